/** The entries of texts that are separated by commas, without the spaces around them. Empty entries are left out. */
export function splitAtCommas(given: string | readonly string[]): string[] {
  return [given]
    .flat()
    .flatMap((text) => text.split(","))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
