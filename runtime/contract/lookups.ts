/** `lookups.json`: the sources of arguments' values, and the names that people may use instead. */
export interface Lookups {
  /** By tool, then by the argument's path (`impacts[].id`): the kind of its value, possibly with details. */
  readonly tools: Readonly<Record<string, Readonly<Record<string, string | ArgumentLookup>>>>;
  readonly kinds: Readonly<Record<string, ValueKind>>;
  /** By writing tool, the tool that shows whether its work was done. */
  readonly shows: Readonly<Record<string, string>>;
}

/** An argument's details, if the kind alone is not enough. */
export interface ArgumentLookup {
  readonly kind: string;
  /** Path of the argument that decides between the kind's sources. */
  readonly by?: string;
  /** Arguments of this call that the sources need, by the name in the source. */
  readonly with?: Readonly<Record<string, string>>;
  /** One text contains several values, separated by commas. */
  readonly commas?: true;
  /** Words that the argument accepts besides values: `is_empty`. */
  readonly also?: readonly string[];
}

/** One kind of value, such as a team or the impact of a severity. */
export interface ValueKind {
  readonly from: readonly ValueSource[];
  /** The form in which arguments take the value, if it is not the plain value: `order/<id>`. */
  readonly takes?: string;
}

/** A tool that lists valid values. */
export interface ValueSource {
  readonly tool: string;
  /** The value's path in the answer: `data[].id`. */
  readonly field: string;
  /** Other fields that may name the thing, the usual one first; absent if there are none. */
  readonly match?: readonly string[];
  /** The field with the name of a record's team: `owner.name`. It distinguishes two records with the same name. */
  readonly owner?: string;
  /** Values of the deciding argument that select this source. */
  readonly is?: readonly string[];
  /** Required arguments of the tool. */
  readonly needs?: readonly string[];
  /** The tool's argument that filters its list by name. */
  readonly filter?: string;
}

export const noLookups: Lookups = { tools: {}, kinds: {}, shows: {} };
