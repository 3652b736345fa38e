/** Header values by lower-case name, as upstream gave them. */
export type HeaderValues = Readonly<Record<string, string>>;

/** An upstream answer, its body read to the end. */
export interface Answer {
  readonly status: number;
  readonly headers: HeaderValues;
  readonly body: Uint8Array;
  /** True where a stream of events went on when reading it ended. */
  readonly isPart?: boolean;
}
