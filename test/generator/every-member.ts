function ref(name: string) {
  return { $ref: `#/components/schemas/${name}` };
}

function json(schema: object) {
  return { "application/json": { schema, example: { note: "an example" } } };
}

/** A document in which every kind of member that OpenAPI 3.0 and 3.1 have stands once. */
export function everything(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Zoo",
      summary: "A zoo.",
      description: "All of a zoo.",
      termsOfService: "https://zoo.example/terms",
      contact: { name: "Keeper", url: "https://zoo.example", email: "keeper@zoo.example" },
      license: { name: "MIT", identifier: "MIT" },
      version: "1",
      "x-note": "An extension.",
    },
    jsonSchemaDialect: "https://json-schema.org/draft/2020-12/schema",
    servers: [
      {
        url: "https://{region}.zoo.example",
        description: "Main",
        variables: { region: { default: "eu", enum: ["eu", "us"], description: "Where." } },
      },
      { url: "https://test.zoo.example", description: "Test" },
    ],
    tags: [
      {
        name: "animals",
        description: "Animals.",
        externalDocs: { url: "https://zoo.example", description: "More." },
      },
    ],
    externalDocs: { url: "https://zoo.example/docs", description: "Docs." },
    security: [{ key: [] }, { sign_in: ["read"] }],
    webhooks: {
      born: { post: { summary: "Told of a birth.", responses: { "200": { description: "Good." } } } },
    },
    paths: {
      "/animals": {
        summary: "Animals.",
        description: "All animals.",
        parameters: [{ name: "lang", in: "query", schema: { type: "string" } }],
        servers: [{ url: "https://eu.zoo.example/own", description: "Own" }],
        get: {
          operationId: "listAnimals",
          summary: "Lists animals.",
          description: "Lists all animals.",
          tags: ["animals"],
          externalDocs: { url: "https://zoo.example", description: "More." },
          security: [{ sign_in: ["read"] }],
          parameters: [
            {
              name: "kind",
              in: "query",
              description: "Kind.",
              schema: {
                type: "string",
                enum: ["cat", "dog"],
                default: "cat",
                title: "Kind",
                description: "Kind of animal.",
                "x-enum-varnames": ["CAT", "DOG"],
              },
              example: "cat",
              examples: { one: { summary: "One.", description: "One.", value: "cat" } },
            },
            { name: "where", in: "query", content: { "application/json": { schema: ref("Place") } } },
            { name: "X-Trace", in: "header", schema: { type: "string", pattern: "^[a-z]+$" } },
            { name: "session", in: "cookie", schema: { type: "string", const: "fixed" } },
            { $ref: "#/components/parameters/limit" },
          ],
          responses: {
            "200": {
              description: "Good.",
              headers: { "X-Left": { description: "Left.", schema: { type: "string", enum: ["few"] } } },
              content: json({ type: "array", items: ref("Animal") }),
              links: {
                one: {
                  operationId: "getAnimal",
                  description: "One.",
                  parameters: { animal_id: "$response.body#/0/id" },
                },
              },
            },
            default: { $ref: "#/components/responses/Failed" },
          },
        },
        post: {
          operationId: "createAnimal",
          requestBody: { $ref: "#/components/requestBodies/NewAnimal" },
          callbacks: {
            done: {
              "{$request.body#/url}": {
                post: { summary: "Done.", responses: { "200": { description: "Good." } } },
              },
            },
          },
          responses: { "201": { description: "Made.", content: json(ref("Animal")) } },
        },
      },
      "/animals/{animal_id}": {
        get: {
          operationId: "getAnimal",
          parameters: [
            { name: "animal_id", in: "path", required: true, schema: { type: "string", format: "uuid" } },
          ],
          responses: { "200": { description: "Good.", content: json(ref("Animal")) } },
        },
      },
      "/pictures": {
        post: {
          operationId: "sendPicture",
          requestBody: {
            description: "A picture.",
            content: {
              "multipart/form-data": {
                schema: {
                  type: "object",
                  properties: { picture: { type: "string", format: "binary" }, caption: { type: "string" } },
                },
                encoding: {
                  picture: {
                    contentType: "image/png",
                    headers: { "X-Part": { schema: { type: "string" } } },
                  },
                },
              },
            },
          },
          responses: { "204": { description: "Taken." } },
        },
      },
    },
    components: {
      schemas: {
        Animal: {
          title: "Animal",
          description: "An animal.",
          type: "object",
          required: ["id"],
          properties: {
            id: { type: "string", description: "Its id." },
            state: { type: "string", enum: ["in", "out"] },
            place: ref("Place"),
          },
          patternProperties: { "^x-": { type: "string" } },
          externalDocs: { url: "https://zoo.example", description: "More." },
          xml: { name: "animal", namespace: "https://zoo.example/xml", prefix: "zoo" },
        },
        NewAnimal: {
          oneOf: [ref("Cat"), ref("Dog")],
          discriminator: {
            propertyName: "kind",
            mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
          },
        },
        Cat: {
          type: "object",
          title: "A cat",
          required: ["kind", "name"],
          properties: {
            kind: { type: "string", description: "Kind." },
            name: { type: "string", description: "Name.", default: "Tom", examples: ["Tom"] },
            tags: { type: "object", additionalProperties: { type: "string", enum: ["soft"] } },
          },
        },
        Dog: {
          allOf: [
            ref("Cat"),
            { type: "object", properties: { bark: { type: "string", description: "Bark." } } },
          ],
        },
        Place: {
          type: "object",
          properties: { city: { type: "string", deprecated: true, $comment: "A comment." } },
        },
      },
      parameters: {
        limit: { name: "limit", in: "query", description: "How many.", schema: { type: "integer" } },
      },
      responses: {
        Failed: {
          description: "Failed.",
          content: json({ type: "object", properties: { reason: { type: "string" } } }),
        },
      },
      requestBodies: {
        NewAnimal: { description: "The animal.", required: true, content: json(ref("NewAnimal")) },
      },
      headers: { Left: { description: "Left.", schema: { type: "string" } } },
      examples: { tom: { summary: "Tom.", value: "Tom" } },
      links: { one: { operationId: "getAnimal" } },
      callbacks: {},
      pathItems: { old: { get: { summary: "Old.", responses: {} } } },
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Key", description: "The key." },
        sign_in: {
          type: "oauth2",
          description: "Sign in.",
          flows: {
            authorizationCode: {
              authorizationUrl: "https://zoo.example/authorize",
              tokenUrl: "https://zoo.example/token",
              scopes: { read: "Read.", write: "Write." },
            },
          },
        },
        open_id: { type: "openIdConnect", openIdConnectUrl: "https://zoo.example/openid" },
      },
    },
  };
}
