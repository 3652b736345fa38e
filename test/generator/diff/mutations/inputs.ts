import { answer, object } from "../zoo.js";
import { animals, create, deepest, field, query, rename, type Row } from "./kit.js";

/** Changes of what a call takes. */
export const inputRows: Readonly<Record<string, Row>> = {
  "an operation goes": {
    change: (d) => delete animals(d).post,
    class: "breaking",
    line: /create_animal is gone/,
  },
  "an operation comes": {
    change: (d) =>
      (d.paths["/v1/cages"] = { get: { operationId: "listCages", responses: answer(object({})) } }),
    class: "widening",
    line: /list_cages is new \((?:list|get)\)/,
  },
  "a path moves to another version": {
    change: (d) => {
      d.paths["/v2/keepers"] = d.paths["/v1/keepers"];
      delete d.paths["/v1/keepers"];
    },
    class: "rest",
    line: /is GET \/v2\/keepers, and was GET \/v1\/keepers$/m,
  },
  "an operation gets another id": {
    change: (d) => (animals(d).get.operationId = "indexAnimals"),
    class: "breaking",
    line: /is index_animals; list_animals no longer answers/,
  },
  "a parameter goes": {
    change: (d) => animals(d).get.parameters.shift(),
    class: "breaking",
    line: /! kind is gone/,
  },
  "a parameter comes": {
    change: (d) => animals(d).get.parameters.push({ name: "page", in: "query", schema: { type: "integer" } }),
    class: "widening",
    line: /\+ page is new \(an integer\)/,
  },
  "a parameter comes and is required": {
    change: (d) =>
      animals(d).get.parameters.push({
        name: "zoo",
        in: "query",
        required: true,
        schema: { type: "string" },
      }),
    class: "breaking",
    line: /! zoo is new and required/,
  },
  "a parameter is required": {
    change: (d) => (query(d, "kind").required = true),
    class: "breaking",
    line: /! kind is now required/,
  },
  "a parameter is renamed": {
    change: (d) => (query(d, "kind").name = "animal_kind"),
    class: "breaking",
    line: /! animal_kind was called kind, which is no longer accepted/,
  },
  "a field is renamed": {
    change: (d) => rename(create(d).properties, "nick_name", "pet_name"),
    class: "breaking",
    line: /! pet_name was called nick_name/,
  },
  "a parameter is written otherwise": {
    change: (d) => (query(d, "tags").explode = false),
    class: "rest",
    line: /tags is written as a joined list, and was usual/,
  },
  "a parameter allows reserved characters": {
    change: (d) => (query(d, "kind").allowReserved = true),
    class: "rest",
    line: /kind is written as usual, with reserved characters as they are, and was usual/,
  },
  "a value comes": {
    change: (d) => field("kind")(d).enum.push("owl"),
    class: "widening",
    line: /\+ kind also takes owl/,
  },
  "a value goes": {
    change: (d) => field("kind")(d).enum.pop(),
    class: "breaking",
    line: /! kind no longer takes dog/,
  },
  "values come where all were taken": {
    change: (d) => (field("born")(d).enum = ["here"]),
    class: "breaking",
    line: /! born takes only here/,
  },
  "another type": {
    change: (d) => (field("count")(d).type = "string"),
    class: "breaking",
    line: /! count takes text instead of an integer/,
  },
  "a number becomes an integer": {
    change: (d) => (field("weight")(d).type = "integer"),
    class: "breaking",
    line: /! weight takes an integer instead of a number/,
  },
  "an integer becomes a number": {
    change: (d) => (field("count")(d).type = "number"),
    class: "widening",
    line: /\+ count takes a number instead of an integer/,
  },
  "no null any more": {
    change: (d) => delete field("nick_name")(d).nullable,
    class: "breaking",
    line: /! nick_name no longer takes null/,
  },
  "null too": {
    change: (d) => (field("born")(d).nullable = true),
    class: "widening",
    line: /\+ born also takes null/,
  },
  "an exclusive bound": {
    change: (d) => (field("weight")(d).exclusiveMinimum = true),
    class: "breaking",
    line: /! weight has exclusiveMinimum 0/,
  },
  "a multiple": {
    change: (d) => (field("count")(d).multipleOf = 5),
    class: "breaking",
    line: /! count has multipleOf 5/,
  },
  "distinct items": {
    change: (d) => (field("friends")(d).uniqueItems = true),
    class: "breaking",
    line: /! friends has uniqueItems true/,
  },
  "fewer items": {
    change: (d) => (field("friends")(d).maxItems = 3),
    class: "breaking",
    line: /! friends has maxItems 3, and had 5/,
  },
  "a longer text": {
    change: (d) => (field("name")(d).maxLength = 80),
    class: "widening",
    line: /\+ name has maxLength 80, and had 40/,
  },
  "another pattern": {
    change: (d) => (field("name")(d).pattern = "^[A-Z]+$"),
    class: "breaking",
    line: /! name has pattern \^\[A-Z\]\+\$/,
  },
  "a format is newly documented": {
    change: (d) => (field("born")(d).format = "date-time"),
    class: "rest",
    line: /born has format date-time/,
  },
  "another default": {
    change: (d) => (query(d, "limit").schema.default = 20),
    class: "breaking",
    line: /! limit is 20 by default, and was 10/,
  },
  "a default is newly documented": {
    change: (d) => (field("kind")(d).default = "cat"),
    class: "rest",
    line: /kind is cat by default/,
  },
  "an option comes": {
    change: (d) =>
      field("variables")(d).items.oneOf.push(object({ value: { type: "string" }, unit: { type: "string" } })),
    class: "widening",
    line: /\+ variables\[\] also takes an object \(with value, unit\)/,
  },
  "an option goes": {
    change: (d) => field("variables")(d).items.oneOf.pop(),
    class: "breaking",
    line: /! variables\[\] no longer takes an object \(with label\)/,
  },
  "a deep field goes": {
    change: (d) => delete field("home")(d).properties.box.properties.number,
    class: "breaking",
    line: /! home\.box\.number is gone/,
  },
  "a field below the level that a model is shown": {
    change: (d) => (deepest(create(d)).properties.end = { type: "string", enum: ["x"] }),
    class: "widening",
    line: /home\.l1\.l2\.l3\.l4\.l5\.l6\.l7\.l8\.l9\.l10\.end is new/,
  },
  "an operation is deprecated": {
    change: (d) => (animals(d).get.deprecated = true),
    class: "words",
    line: /is deprecated: the API may drop it/,
  },
  "a field is deprecated": {
    change: (d) => (field("home")(d).deprecated = true),
    class: "words",
    line: /home is deprecated/,
  },
  "a body is required no longer": {
    change: (d) => (animals(d).post.requestBody.required = false),
    class: "widening",
    line: /\+ body is no longer required/,
  },
};
