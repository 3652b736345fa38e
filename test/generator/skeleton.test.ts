import { describe as suite, expect, it } from "vitest";
import { parse } from "yaml";
import { describe } from "../../generator/describe/describe.js";
import { skeletons, withSkeletons } from "../../generator/diff/skeleton.js";
import { ProblemList } from "../../generator/model/problem.js";
import { normalise } from "../../generator/normalise/normalise.js";

const text = { type: "string" };
const answer = { "200": { description: "" } };
const parameter = (name: string) => ({ name, in: "path", required: true, schema: text });

const document = {
  openapi: "3.0.3",
  paths: {
    "/v1/pets": { get: { operationId: "listPets", responses: answer } },
    "/v1/pets/{pet_id}/walks": {
      post: {
        operationId: "createWalk",
        parameters: [parameter("pet_id")],
        requestBody: body({ owner_id: text }),
        responses: answer,
      },
    },
    "/v1/pets/{pet_id}/meals": {
      post: {
        operationId: "serveMeal",
        parameters: [parameter("pet_id")],
        requestBody: body({ owner_id: text, what: text }),
        responses: answer,
      },
    },
    "/v1/toys": { get: { operationId: "toys: list # {all}", tags: ["Toy box"], responses: answer } },
  },
};

const words = {
  at: "specs/pets/tools/pets.yaml",
  text: `group: pets
operations:
  GET /v1/pets: { name: list_pets, title: List pets, description: Lists pets. }
  POST /v1/pets/{pet_id}/walks:
    name: walk_pet
    title: Walk a pet
    description: Walks a pet.
    arguments: { pet_id: Which pet., owner_id: Whose pet. }
`,
};

const relations = {
  at: "specs/pets/relations.yaml",
  text: `values:
  pet: { from: [{ operation: GET /v1/pets, field: "[].id" }], certainty: inferred, inputs: { path pet_id: all } }
  owner:
    from: [{ operation: GET /v1/pets, field: "[].owner" }]
    certainty: inferred
    inputs: { body owner_id: ["POST /v1/pets/{pet_id}/walks"] }
`,
};

suite("a skeleton of words", () => {
  const operations = normalise(document, "openapi.json", new ProblemList());
  const describing = (files: (typeof words)[], problems = new ProblemList()) =>
    describe(operations, { words: files, relations }, { product: "pets", paging: [] }, problems);
  const blocks = skeletons(describing([words]));

  it("proposes a name, lists the arguments with their facts, and marks guesses", () => {
    expect(blocks.find(({ operation }) => operation === "POST /v1/pets/{pet_id}/meals")!.yaml).toBe(`\
  # New, custom: fill in every empty place; the name is a proposal.
  POST /v1/pets/{pet_id}/meals:
    name: serve_meal
    title:
    description:
    arguments:
      pet_id: # required; From list_pets.
      # guess: body owner_id takes the value "owner" of relations.yaml
      owner_id:
      what:
`);
  });

  it("uses the group of its neighbours, or its own", () => {
    expect(blocks.map(({ operation, group }) => `${operation} ${group}`)).toEqual([
      "POST /v1/pets/{pet_id}/meals pets",
      "GET /v1/toys toy_box",
    ]);
  });

  it("is appended to its descriptions file once, and is refused until it is filled in", () => {
    const pets = blocks.filter(({ group }) => group === "pets");
    const after = withSkeletons("pets", words.text, pets);
    expect(after.startsWith(words.text)).toBe(true);
    expect(withSkeletons("pets", after, pets)).toBe(after);
    expect(Object.keys(parse(after).operations)).toHaveLength(3);

    const problems = new ProblemList();
    const tool = describing([{ ...words, text: after }], problems).find(({ name }) => name === "serve_meal");
    expect(tool?.described).toBe(false);
    const places = problems.all
      .filter(({ at }) => at.includes("meals"))
      .map(({ at }) => at.split("~1meals")[1]);
    expect(places).toEqual(expect.arrayContaining(["/title", "/description", "/arguments/what"]));
  });

  it("starts a file for a new group", () => {
    const made = withSkeletons(
      "toy_box",
      undefined,
      blocks.filter(({ group }) => group === "toy_box"),
    );
    expect(parse(made)).toEqual({
      group: "toy_box",
      operations: { "GET /v1/toys": { name: "toys_list_all", title: null, description: null } },
    });
  });
});

function body(properties: object) {
  return { content: { "application/json": { schema: { type: "object", properties } } } };
}
