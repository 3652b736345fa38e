/** Refuses to serve without a token. Its message says what to do. */
export class UnguardedError extends Error {
  override readonly name = "UnguardedError";
}
