/** `lookups.json`: where the values of arguments come from, and by what a person may name the thing instead. */
export interface Lookups {
  /** By tool, then by the argument's path (`impacts[].id`): the kind of value that it takes, or that and more. */
  readonly tools: Readonly<Record<string, Readonly<Record<string, string | ArgumentLookup>>>>;
  readonly kinds: Readonly<Record<string, ValueKind>>;
  /** By writing tool: the tool that shows whether its work was done. */
  readonly shows: Readonly<Record<string, string>>;
}

/** What an argument takes, where its kind alone does not say it. */
export interface ArgumentLookup {
  readonly kind: string;
  /** Path of the argument that decides between the kind's sources. */
  readonly by?: string;
  /** Arguments of this call that the sources need, by the name that they have there. */
  readonly with?: Readonly<Record<string, string>>;
  /** One text holds several values, divided by commas. */
  readonly commas?: true;
  /** Words that the argument takes beside values: `is_empty`. */
  readonly also?: readonly string[];
}

/** One kind of value, such as a team or the impact of a severity. */
export interface ValueKind {
  readonly from: readonly ValueSource[];
  /** How arguments want the value, where that is not the field as it stands: `order/<id>`. */
  readonly takes?: string;
}

/** A tool that lists valid values. */
export interface ValueSource {
  readonly tool: string;
  /** The value's path in the answer: `data[].id`. */
  readonly field: string;
  /** Fields beside the value by which the thing may be named, the usual one first; absent where none is. */
  readonly match?: readonly string[];
  /** The field that names the team of a thing: `owner.name`. It tells two things of one name apart. */
  readonly owner?: string;
  /** With which values of the deciding argument this source is the one. */
  readonly is?: readonly string[];
  /** Arguments without which the tool can't be called. */
  readonly needs?: readonly string[];
  /** The tool's argument that narrows its list to things of a name. */
  readonly filter?: string;
}

export const noLookups: Lookups = { tools: {}, kinds: {}, shows: {} };
