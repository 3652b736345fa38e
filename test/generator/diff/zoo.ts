/** A document with one of every kind of fact, for the changes of `mutations.test.ts`. */
export function zoo() {
  return {
    openapi: "3.0.3",
    info: { title: "Zoo", version: "1" },
    servers: [
      { url: "https://zoo.example/api" },
      { url: "https://eu.zoo.example/api", description: "Europe" },
    ],
    security: [{ key: [] }],
    paths: {
      "/v1/animals": {
        get: {
          operationId: "listAnimals",
          summary: "Lists the animals.",
          parameters: [
            { name: "kind", in: "query", schema: { type: "string", enum: ["cat", "dog", "owl"] } },
            { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 50, default: 10 } },
            { name: "tags", in: "query", schema: { type: "array", items: { type: "string" } } },
          ],
          responses: answer({
            type: "object",
            properties: { data: list("Animal"), next: { type: "string" } },
          }),
        },
        post: {
          operationId: "createAnimal",
          summary: "Takes an animal in.",
          requestBody: body({ $ref: "#/components/schemas/NewAnimal" }),
          responses: answer(ref("Animal"), "201"),
        },
      },
      "/v1/animals/{animal_id}": {
        get: {
          operationId: "getAnimal",
          summary: "Gets an animal.",
          parameters: [id()],
          responses: answer(ref("Animal")),
        },
        patch: {
          operationId: "updateAnimal",
          summary: "Changes an animal.",
          parameters: [id()],
          requestBody: body({
            type: "object",
            properties: { name: { type: "string" }, weight: { type: "number" }, kept: { type: "boolean" } },
          }),
          responses: answer(ref("Animal")),
        },
      },
      "/v1/animals/{animal_id}/archive": {
        post: {
          operationId: "archiveAnimal",
          summary: "Archives an animal.",
          parameters: [id()],
          responses: { "204": { description: "" } },
        },
      },
      "/v1/keepers": {
        get: {
          operationId: "listKeepers",
          summary: "Lists the keepers.",
          security: [{ sign_in: ["read:keepers"] }],
          responses: answer(list("Keeper")),
        },
      },
    },
    components: {
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Key" },
        sign_in: {
          type: "oauth2",
          flows: {
            authorizationCode: {
              authorizationUrl: "https://login.zoo.example/authorize",
              tokenUrl: "https://login.zoo.example/token",
              scopes: { "read:keepers": "", "write:keepers": "" },
            },
          },
        },
      },
      schemas: {
        Animal: {
          type: "object",
          required: ["id"],
          properties: {
            id: { type: "string" },
            name: { type: "string" },
            born: { type: "string", format: "date" },
            keeper: ref("Keeper"),
            state: { type: "string", enum: ["in", "out"] },
          },
        },
        NewAnimal: {
          type: "object",
          required: ["name"],
          properties: {
            name: { type: "string", minLength: 1, maxLength: 40, pattern: "^[a-z]+$" },
            kind: { type: "string", enum: ["cat", "dog"] },
            weight: { type: "number", minimum: 0 },
            born: { type: "string" },
            nick_name: { type: "string", nullable: true },
            count: { type: "integer" },
            friends: { type: "array", items: { type: "string" }, maxItems: 5 },
            variables: {
              type: "array",
              items: { oneOf: [{ type: "string" }, object({ label: { type: "string" } })] },
            },
            home: object({ street: { type: "string" }, box: object({ number: { type: "integer" } }) }),
            quiet: { type: "boolean", default: false },
          },
        },
        Keeper: object({ id: { type: "string" }, email: { type: "string" }, boss: ref("Keeper") }),
      },
    },
  };
}

export function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

export function object(properties: object) {
  return { type: "object", properties };
}

export function answer(schema: object, status = "200"): Record<string, object> {
  return { [status]: { description: "", content: { "application/json": { schema } } } };
}

export function body(schema: object) {
  return { required: true, content: { "application/json": { schema } } };
}

function list(name: string) {
  return { type: "array", items: ref(name) };
}

function id() {
  return { name: "animal_id", in: "path", required: true, schema: { type: "string" } };
}
