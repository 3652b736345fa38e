const iso = /^P(?=.)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Whether a text is an ISO 8601 duration such as PT5M. */
export function isDuration(text: unknown): boolean {
  return iso.test(String(text));
}

/** The seconds of an ISO 8601 duration or of a plain number; five minutes for other values. */
export function secondsOf(text: unknown): number {
  const parts = iso.exec(String(text));
  if (!parts) return Number(text) || 300;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  return (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds;
}
