/** The place of an argument in a request. */
export type Place = "path" | "query" | "body";

/** The answer and the field that values come from. */
export interface RelationSource {
  /** `METHOD /path` of the operation that lists the valid values. */
  readonly operation: string;
  /** The value's path in the answer, such as `data[].id`; `[].id` if the answer itself is the list. */
  readonly field: string;
  /** The values that this source is for, if there are several sources: `integration_slug nunc`. */
  readonly when?: string;
  /** The value of the deciding argument that selects this source: `User`. */
  readonly is?: readonly string[];
  /** Fields by which people may name its things, if they differ from the relation's. */
  readonly match?: readonly string[];
}

/** One kind of value that arguments take, and its sources. */
export interface Relation {
  /** The kind's name in `relations.yaml`, such as `impact condition`. */
  readonly value: string;
  readonly from: readonly RelationSource[];
  /** `known` from the API's documentation or types; `inferred` from names and shapes. */
  readonly certainty: "known" | "inferred";
  /** The form in which the argument takes the value, if it is not the plain value: `incident/<id>`. */
  readonly takes?: string;
  /** The argument that decides between several sources: `target_type`. */
  readonly by?: string;
  /** Fields by which a person may name the thing, for sources that list none themselves. */
  readonly match: readonly string[];
  /** The field with the name of a record's team, which distinguishes two records with the same name: `owner.name`. */
  readonly owner?: string;
}
