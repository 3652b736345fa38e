/** The reason why a document cannot be imported. `at` is a JSON pointer, after the file's name if known. */
export class ImportError extends Error {
  override readonly name = "ImportError";

  constructor(
    readonly at: string,
    readonly what: string,
    options?: ErrorOptions,
  ) {
    super(`${at}: ${what}`, options);
  }
}
