/** Arguments that the API ignores unless another one is given. */
export type IgnoredArguments = Readonly<Record<string, IgnoredArgument>>;

export interface IgnoredArgument {
  /** The argument that it needs. */
  readonly without: string;
  /** Values of that argument with which the API ignores it too. */
  readonly with?: readonly string[];
}
