/**
 * A key that a reference names cannot be read. The message has no part of a key, no output of a command and nothing of
 * a file. It begins in the middle of a sentence, after the reference.
 */
export class ReferenceFault extends Error {
  override readonly name = "ReferenceFault";
}
