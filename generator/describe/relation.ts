/** Where an argument stands in a request. */
export type Place = "path" | "query" | "body";

/** The answer and field from which a value is taken. */
export interface RelationSource {
  /** `METHOD /path` of the operation that lists the valid values. */
  readonly operation: string;
  /** The value's path in the answer, such as `data[].id`; `[].id` where the answer itself is the list. */
  readonly field: string;
  /** Which values this source is for, where there are several sources: `integration_slug nunc`. */
  readonly when?: string;
  /** With which values of the deciding argument this source is the one: `User`. */
  readonly is?: readonly string[];
  /** By which fields its things may be named, where those are not the relation's. */
  readonly match?: readonly string[];
}

/** One kind of value that arguments take, and where valid ones come from. */
export interface Relation {
  /** The kind's name in `relations.yaml`, such as `impact condition`. */
  readonly value: string;
  readonly from: readonly RelationSource[];
  /** `known` from the API's own words or types; `inferred` from names and shapes. */
  readonly certainty: "known" | "inferred";
  /** How the argument wants the value, where that is not the field as it stands: `incident/<id>`. */
  readonly takes?: string;
  /** What decides between several sources: `target_type`. */
  readonly by?: string;
  /** Fields beside the value by which a person may name the thing, in every source that has none of its own. */
  readonly match: readonly string[];
  /** The field that names the team of a thing, which tells two things of one name apart: `owner.name`. */
  readonly owner?: string;
}
