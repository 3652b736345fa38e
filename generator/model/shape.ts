/** One named member of a record, in the order in which it is shown. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
  /** What a model reads; absent where the name says it. */
  readonly words?: string;
  /** What the API takes when the field is left out; shown, never sent. */
  readonly default?: unknown;
  /** True for a field that is accepted when given, but that no model is shown: the API sets it itself. */
  readonly hidden?: true;
}

/** What an argument may hold: the only schema vocabulary past normalise/. */
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
      /** True where values past 2^53 are usual: such a number is also accepted as text, digit by digit. */
      readonly large?: true;
      readonly minimum?: number;
      readonly maximum?: number;
      /** The only values it takes, where the contract counts them. */
      readonly values?: readonly number[];
    }
  | { readonly kind: "flag" }
  | {
      readonly kind: "file";
      /** Media types that the API takes, some with a wildcard; absent where it does not say. */
      readonly types?: readonly string[];
    }
  | { readonly kind: "list"; readonly of: Shape; readonly minItems?: number; readonly maxItems?: number }
  | {
      readonly kind: "record";
      readonly fields: readonly Field[];
      /** What keys beside the named fields hold; absent where there are none. */
      readonly rest?: Shape;
      /** What the record would hold, where it was cut. */
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

/** Fields in the order in which they are shown: required ones first, then by name. */
export function inOrder<T extends { readonly name: string; readonly required: boolean }>(
  fields: readonly T[],
): T[] {
  return [...fields].sort(
    (one, other) => Number(other.required) - Number(one.required) || (one.name < other.name ? -1 : 1),
  );
}
