import { createAnyApiSandbox, type AnyApiSandboxOptions } from "../../../sandbox/any-api/any-api-sandbox.js";

export interface Answered {
  readonly status: number;
  /** `state`, `sample`, `error` or `undeclared-error`. */
  readonly kind: string | null;
  readonly note: string | null;
  readonly type: string | null;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of any shape
  readonly body: any;
}

/** Asks a sandbox within the process. */
export type Ask = (method: string, path: string, body?: unknown) => Promise<Answered>;

export function sandboxOf(contract: object, options: Partial<AnyApiSandboxOptions> = {}) {
  const sandbox = createAnyApiSandbox({ contract: contract as Record<string, unknown>, ...options });
  const ask: Ask = async (method, path, body) => {
    const isForm = body instanceof URLSearchParams || body instanceof FormData;
    const response = await sandbox.fetch(
      new Request(`http://127.0.0.1${path}`, {
        method,
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
        ...(body === undefined || isForm ? {} : { headers: { "content-type": "application/json" } }),
      }),
    );
    const text = await response.text();
    const type = response.headers.get("content-type");
    return {
      status: response.status,
      kind: response.headers.get("standpipe-sandbox"),
      note: response.headers.get("standpipe-sandbox-note"),
      type,
      body: type?.includes("json") && text !== "" ? (JSON.parse(text) as unknown) : text,
    };
  };
  return { sandbox, ask };
}

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const id = (name: string, schema: object = { type: "string" }) => ({
  name,
  in: "path",
  required: true,
  schema,
});

/** A plain API: numbers as ids, lists without an envelope, PUT and PATCH, errors with a schema of their own. */
export const shelter = {
  openapi: "3.0.3",
  info: { title: "Shelter", version: "1" },
  servers: [{ url: "https://shelter.example.com/v1" }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", minimum: 1 } },
          { name: "offset", in: "query", schema: { type: "integer" } },
          { name: "kind", in: "query", schema: { type: "string" } },
        ],
        responses: { 200: { description: "ok", ...json({ type: "array", items: ref("Pet") }) } },
      },
      post: {
        operationId: "createPet",
        requestBody: { required: true, ...json(ref("NewPet")) },
        responses: {
          201: { description: "made", ...json(ref("Pet")) },
          422: { description: "refused", ...json(ref("Problem")) },
        },
      },
    },
    "/pets/{petId}": {
      parameters: [id("petId", { type: "integer" })],
      get: {
        operationId: "getPet",
        responses: {
          200: { description: "ok", ...json(ref("Pet")) },
          404: { $ref: "#/components/responses/Missing" },
        },
      },
      patch: {
        operationId: "changePet",
        requestBody: json(ref("PetChange")),
        responses: { 200: { description: "ok", ...json(ref("Pet")) } },
      },
      put: {
        operationId: "replacePet",
        requestBody: json(ref("NewPet")),
        responses: { 200: { description: "ok", ...json(ref("Pet")) } },
      },
      delete: {
        operationId: "deletePet",
        responses: { 204: { description: "gone" }, 404: { $ref: "#/components/responses/Missing" } },
      },
    },
    "/pets/{petId}/adopt": {
      post: {
        operationId: "adoptPet",
        parameters: [id("petId", { type: "integer" })],
        responses: { 200: { description: "ok", ...json(ref("Pet")) } },
      },
    },
    "/pets/{petId}/weight": {
      get: {
        operationId: "weighPet",
        parameters: [id("petId", { type: "integer" })],
        responses: {
          200: {
            description: "ok",
            ...json({
              type: "object",
              required: ["grams"],
              properties: { grams: { type: "integer", minimum: 100, maximum: 200, multipleOf: 50 } },
            }),
          },
        },
      },
    },
    "/pets/{petId}/visits": {
      parameters: [id("petId", { type: "integer" })],
      get: {
        operationId: "listVisits",
        responses: { 200: { description: "ok", ...json({ type: "array", items: ref("Visit") }) } },
      },
      post: {
        operationId: "createVisit",
        requestBody: json(ref("Visit")),
        responses: { 201: { description: "ok", ...json(ref("Visit")) } },
      },
    },
    "/pets/{petId}/photo": {
      get: {
        operationId: "getPhoto",
        parameters: [id("petId", { type: "integer" })],
        responses: {
          200: {
            description: "ok",
            content: { "image/png": { schema: { type: "string", format: "binary" } } },
          },
        },
      },
    },
    "/settings": {
      get: {
        operationId: "getSettings",
        responses: { 200: { description: "ok", ...json(ref("Settings")) } },
      },
      put: {
        operationId: "setSettings",
        requestBody: json(ref("Settings")),
        responses: { 200: { description: "ok", ...json(ref("Settings")) } },
      },
    },
  },
  components: {
    responses: { Missing: { description: "missing", ...json(ref("Problem")) } },
    schemas: {
      Pet: {
        allOf: [
          ref("NewPet"),
          {
            type: "object",
            required: ["id", "created_at"],
            properties: {
              id: { type: "integer" },
              created_at: { type: "string", format: "date-time" },
              updated_at: { type: "string", format: "date-time" },
              tag: { type: "string", pattern: "^T-[0-9]{4}$" },
            },
          },
        ],
      },
      NewPet: {
        type: "object",
        required: ["name"],
        properties: {
          name: { type: "string", minLength: 2, maxLength: 12 },
          kind: { type: "string", enum: ["cat", "dog"], default: "cat" },
          notes: { type: "string", nullable: true },
          home: { type: "object", properties: { city: { type: "string" }, zip: { type: "string" } } },
          next: ref("Pet"),
        },
      },
      PetChange: {
        type: "object",
        properties: {
          name: { type: "string" },
          notes: { type: "string", nullable: true },
          home: { type: "object" },
        },
      },
      Visit: {
        type: "object",
        required: ["on"],
        properties: { on: { type: "string", format: "date" }, vet: { type: "string" } },
      },
      Settings: {
        type: "object",
        required: ["opens"],
        properties: { opens: { type: "string" }, closes: { type: "string" } },
      },
      Problem: {
        type: "object",
        required: ["title", "status"],
        properties: { title: { type: "string" }, status: { type: "integer" } },
      },
    },
  },
};

/** Envelopes, keys that are texts, forms, change by POST, cursors, variants with a mark, OpenAPI 3.1. */
export const billing = {
  openapi: "3.1.0",
  info: { title: "Billing", version: "1" },
  servers: [{ url: "https://billing.example.com" }],
  paths: {
    "/v2/customers": {
      get: {
        operationId: "listCustomers",
        parameters: [
          { name: "page_size", in: "query", schema: { type: "integer" } },
          { name: "starting_after", in: "query", schema: { type: "string" } },
        ],
        responses: { 200: { description: "ok", ...json(ref("CustomerPage")) } },
      },
      post: {
        operationId: "createCustomer",
        requestBody: { content: { "application/x-www-form-urlencoded": { schema: ref("CustomerForm") } } },
        responses: {
          200: { description: "ok", ...json(ref("CustomerAnswer")) },
          default: { description: "no", ...json(ref("Errors")) },
        },
      },
    },
    "/v2/customers/{customer}": {
      parameters: [id("customer")],
      get: {
        operationId: "getCustomer",
        responses: {
          200: { description: "ok", ...json(ref("CustomerAnswer")) },
          "4XX": { description: "no", ...json(ref("Errors")) },
        },
      },
      post: {
        operationId: "changeCustomer",
        requestBody: { content: { "application/x-www-form-urlencoded": { schema: ref("CustomerForm") } } },
        responses: { 200: { description: "ok", ...json(ref("CustomerAnswer")) } },
      },
      delete: {
        operationId: "deleteCustomer",
        responses: {
          200: {
            description: "ok",
            ...json({
              type: "object",
              required: ["id", "deleted"],
              properties: { id: { type: "string" }, deleted: { type: "boolean" } },
            }),
          },
        },
      },
    },
    "/v2/plans": {
      get: {
        operationId: "listPlans",
        responses: {
          200: {
            description: "ok",
            ...json({
              type: "object",
              required: ["plans"],
              properties: { plans: { type: "array", items: ref("Plan") } },
            }),
          },
        },
      },
    },
    "/v2/plans/{name}": {
      parameters: [id("name")],
      get: { operationId: "getPlan", responses: { 200: { description: "ok", ...json(ref("Plan")) } } },
    },
    "/v2/impossible": {
      get: {
        operationId: "impossible",
        responses: {
          200: {
            description: "ok",
            ...json({ type: "object", required: ["x"], properties: { x: ref("Impossible") } }),
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Customer: {
        type: "object",
        additionalProperties: false,
        required: ["id", "object", "source"],
        properties: {
          id: { type: "string", minLength: 5 },
          object: { const: "customer" },
          email: { type: ["string", "null"], format: "email" },
          balance: { type: "integer" },
          metadata: { type: "object", additionalProperties: { type: "string" } },
          source: {
            oneOf: [ref("Card"), ref("Bank")],
            discriminator: {
              propertyName: "type",
              mapping: { card: "#/components/schemas/Card", bank: "#/components/schemas/Bank" },
            },
          },
          parent: ref("Customer"),
        },
      },
      Card: {
        type: "object",
        required: ["type", "last4"],
        properties: {
          type: { type: "string", enum: ["card"] },
          last4: { type: "string", pattern: "^\\d{4}$" },
        },
      },
      Bank: {
        type: "object",
        required: ["type", "iban"],
        properties: { type: { type: "string", enum: ["bank"] }, iban: { type: "string" } },
      },
      CustomerAnswer: {
        type: "object",
        required: ["customer"],
        properties: { customer: ref("Customer"), request_id: { type: "string" } },
      },
      CustomerPage: {
        type: "object",
        required: ["data", "has_more", "paging"],
        properties: {
          data: { type: "array", items: ref("Customer") },
          has_more: { type: "boolean" },
          paging: {
            type: "object",
            required: ["total"],
            properties: { total: { type: "integer" }, next: { type: ["string", "null"] } },
          },
        },
      },
      CustomerForm: {
        type: "object",
        properties: {
          email: { type: "string" },
          balance: { type: "integer" },
          metadata: { type: "object", additionalProperties: { type: "string" } },
        },
      },
      Plan: {
        type: "object",
        required: ["name"],
        properties: { name: { type: "string" }, price: { type: "number", exclusiveMinimum: 0, maximum: 10 } },
      },
      Errors: {
        type: "object",
        required: ["errors"],
        properties: {
          errors: {
            type: "array",
            minItems: 1,
            items: {
              type: "object",
              required: ["message"],
              properties: { message: { type: "string" }, code: { type: "string" } },
            },
          },
        },
      },
      Impossible: { type: "object", required: ["x"], properties: { x: ref("Impossible") } },
    },
  },
};
