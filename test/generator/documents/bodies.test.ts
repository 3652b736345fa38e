import { describe, expect, it } from "vitest";
import { documentOf, generatedFrom, posting } from "./kit.js";
import { text } from "./schemas-kit.js";

describe("a whole body", () => {
  it("does not ask for the credential that the server sends, and takes all other fields", async () => {
    const schema = {
      type: "object",
      required: ["secret", "account"],
      additionalProperties: true,
      properties: { secret: { type: "string", description: "Your API secret." }, account: text },
    };
    const { schemas, send } = await generatedFrom({
      "pets.json": documentOf(
        { "/it": { post: posting(schema) } },
        {
          security: [{ secret: [] }],
          components: { securitySchemes: { secret: { type: "apiKey", in: "header", name: "PETS-SECRET" } } },
        },
      ),
    });
    expect(JSON.stringify(schemas)).not.toContain("secret");
    const body = { account: "1", extra: 2 };
    expect(send("post_it", { body }).body).toBe(JSON.stringify(body));
  });

  it("that is an object is not JSON Patch, which is a list of operations", async () => {
    const patch = (schema: object) => ({
      operationId: "change_it",
      requestBody: {
        required: true,
        content: {
          "application/json-patch+json": { schema },
          "application/merge-patch+json": { schema },
        },
      },
      responses: {},
    });
    const object = await generatedFrom({
      "a.json": documentOf({ "/it": { patch: patch({ type: "object" }) } }),
    });
    expect(object.send("change_it", { body: { a: 1 } }).headers["Content-Type"]).toBe(
      "application/merge-patch+json",
    );
    const items = { type: "array", items: { type: "object" } };
    const list = await generatedFrom({ "a.json": documentOf({ "/it": { patch: patch(items) } }) });
    expect(list.send("change_it", { items: [{ op: "test" }] }).headers["Content-Type"]).toBe(
      "application/json-patch+json",
    );
  });

  it("of any media type that is a text is sent as it is", async () => {
    const requestBody = { required: true, content: { "*/*": { schema: text } } };
    const { send } = await generatedFrom({
      "pets.json": documentOf({ "/it": { post: { operationId: "post_it", requestBody, responses: {} } } }),
    });
    expect(send("post_it", { body: "as is" }).body).toBe("as is");
  });
});

describe("a form whose schema is a list", () => {
  it("takes fields of any name, and is reported", async () => {
    const file = { type: "string", format: "binary" };
    const content = { "multipart/form-data": { schema: { type: "array", items: file } } };
    const post = { operationId: "post_it", requestBody: { required: true, content }, responses: {} };
    const { send, problems } = await generatedFrom({ "pets.json": documentOf({ "/it": { post } }) });
    const { body } = send("post_it", { body: { file: { content_base64: "aGk=", filename: "a.txt" } } });
    expect(body).toContain('name="file"; filename="a.txt"');
    expect(body).toContain("\r\n\r\nhi\r\n");
    expect(problems).toEqual([
      "POST /it: The schema of its form is a list, which names no fields. Fields of any name are taken.",
    ]);
  });
});

describe("lines of JSON", () => {
  it.each(["application/x-ndjson", "application/vnd.search+x-ndjson; version=9"])(
    "of the type %s are written by the caller",
    async (type) => {
      const content = { [type]: { schema: { type: "array", items: { type: "object" } } } };
      const post = { operationId: "post_it", requestBody: { required: true, content }, responses: {} };
      const { send } = await generatedFrom({ "pets.json": documentOf({ "/it": { post } }) });
      const lines = '{"a":1}\n{"a":2}\n';
      expect(send("post_it", { body: lines }).body).toBe(lines);
    },
  );
});
