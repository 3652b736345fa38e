/** Header values by lower-case name, as upstream gave them. */
export type HeaderValues = Readonly<Record<string, string>>;

/** An upstream answer with its complete body. */
export interface Answer {
  readonly status: number;
  readonly headers: HeaderValues;
  readonly body: Uint8Array;
  /** True if a stream of events still continued when reading it stopped. */
  readonly isPart?: boolean;
}
