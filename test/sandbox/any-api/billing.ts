import { id, json, ref } from "./schemas.js";

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
