import type { Raw } from "../../normalise/raw.js";

/**
 * A schema of a document, with `allOf` merged and references followed. Each property is read when first used. The same
 * schema is always the same node, so a comparison sees each pair once, and cycles end.
 */
export interface Node {
  /** The name in `components`, if the schema is a shared one. */
  readonly name?: string;
  /** JSON types without null. Empty if the schema takes any type. */
  readonly types: readonly string[];
  readonly takesNull: boolean;
  /** The listed values, without null. */
  readonly values?: readonly unknown[];
  readonly limits: Raw;
  readonly fields: ReadonlyMap<string, FieldNode>;
  /** The schema of keys without a name; `false` if such keys are not allowed. */
  readonly rest: Node | boolean;
  readonly items?: Node;
  /** The schemas of `oneOf` or `anyOf`. */
  readonly options: readonly OptionNode[];
}

/** A field of an object: its value's schema, and facts about the field itself. */
export interface FieldNode {
  readonly node: Node;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly side?: "request" | "answer";
  readonly default?: unknown;
}

export interface OptionNode {
  /** The name of its schema, its title, or the value of its discriminator. */
  readonly name?: string;
  readonly node: Node;
}
