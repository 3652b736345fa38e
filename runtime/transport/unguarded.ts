/** Refuses to serve whoever comes by; its message says what to do. */
export class UnguardedError extends Error {
  override readonly name = "UnguardedError";
}
