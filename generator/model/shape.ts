/** One named member of a record. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
  /** The text for a model; absent if the name is enough. */
  readonly words?: string;
  /** The API's default for a missing field. It is shown, never sent. */
  readonly default?: unknown;
  /** True for a field that is accepted but not shown to models, because the API sets it. */
  readonly hidden?: true;
}

/** What an argument may hold. After normalise/, this is the only schema vocabulary. */
export type Shape =
  | {
      readonly kind: "text";
      readonly format?: "date" | "date-time";
      readonly pattern?: string;
      readonly minLength?: number;
      readonly maxLength?: number;
    }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | {
      readonly kind: "number";
      readonly integer: boolean;
      /** True if values above 2^53 are usual. Such a number is also accepted as a text of digits. */
      readonly large?: true;
      readonly minimum?: number;
      readonly maximum?: number;
      /** The only allowed values, if the contract lists them. */
      readonly values?: readonly number[];
    }
  | { readonly kind: "flag" }
  | {
      readonly kind: "file";
      /** Media types that the API accepts, which may have wildcards; absent if the contract does not list them. */
      readonly types?: readonly string[];
    }
  | { readonly kind: "list"; readonly of: Shape; readonly minItems?: number; readonly maxItems?: number }
  | {
      readonly kind: "record";
      readonly fields: readonly Field[];
      /** The shape of keys without a name; absent if there are no such keys. */
      readonly rest?: Shape;
      /** What the record would hold if it were not cut. */
      readonly note?: string;
    }
  | { readonly kind: "either"; readonly options: readonly Shape[] }
  | { readonly kind: "nullable"; readonly of: Shape }
  /** Any JSON value: untyped in the contract, or cut, and the note says what was cut. */
  | {
      readonly kind: "anything";
      readonly note?: string;
      /** Fields that an object must have: another part of an allOf describes them. */
      readonly requires?: readonly string[];
    };

/** Required fields first, then by name. */
export function inOrder<T extends { readonly name: string; readonly required: boolean }>(
  fields: readonly T[],
): T[] {
  return [...fields].sort(
    (one, other) => Number(other.required) - Number(one.required) || (one.name < other.name ? -1 : 1),
  );
}
