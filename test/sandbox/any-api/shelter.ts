import { id, json, ref } from "./schemas.js";

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
