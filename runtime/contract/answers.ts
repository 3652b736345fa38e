/**
 * The type of a value in an answer.
 *
 * A text names a scalar, or a definition as `#Name`. A unit may follow after a colon, and `?` at the end means that
 * the value may be null: `text`, `integer:seconds?`, `text:ISO 8601 duration`, `#Order?`. Scalars are `text`, `date`,
 * `date-time`, `integer`, `number`, `flag` and `anything`, and `digits` for an integer that may exceed 2^53 and is
 * then a text.
 */
export type AnswerType = string | ChoiceType | ListType | RecordType | EitherType;

interface MayBeNull {
  /** True if the value may be null. */
  readonly null?: true;
}

/** One of some texts. */
export interface ChoiceType extends MayBeNull {
  readonly choice: readonly string[];
}

export interface ListType extends MayBeNull {
  readonly list: AnswerType;
}

/** An object. A field that is not required may be missing. */
export interface RecordType extends MayBeNull {
  readonly fields: Readonly<Record<string, AnswerType>>;
  readonly required?: readonly string[];
  /** The type of fields without a name; absent if there are no such fields. */
  readonly rest?: AnswerType;
}

export interface EitherType extends MayBeNull {
  readonly either: readonly AnswerType[];
}

/** What a tool answers: a list in pages or at once, one value, nothing, or something that is not JSON. */
export type ToolAnswer =
  | { readonly items: AnswerType; readonly also?: RecordType; readonly view?: readonly string[] }
  /** `view`: the fields of the concise view, of the value or of each item; dotted paths. */
  | { readonly value: AnswerType; readonly view?: readonly string[] }
  | "nothing"
  | "text"
  | "headers"
  /** The contract does not say. */
  | "unknown";

/** `answers.json`: the types of all answers of an API. Types that several tools share are defined once. */
export interface Answers {
  readonly types: Readonly<Record<string, AnswerType>>;
  /** By tool name. */
  readonly tools: Readonly<Record<string, ToolAnswer>>;
}
