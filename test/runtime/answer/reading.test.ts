import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { z } from "zod";
import { readListing } from "../../../runtime/answer/envelope.js";
import { json, readTool, resultOf, writeTool } from "../kit/stub.js";
import { answering, serving } from "./kit.js";

const RESULTS: Record<string, { body: string | Buffer; type?: string; status?: number; want: unknown }> = {
  "a record": {
    body: '{"id":1,"gone":null,"none":[],"text":""}',
    type: "application/json",
    want: { id: 1, text: "" },
  },
  "JSON under the name of text": { body: '{"id":1}', type: "text/plain", want: { id: 1 } },
  "JSON under the name of HTML": { body: '{"id":1}', type: "text/html", want: { id: 1 } },
  "JSON without a name": { body: '{"id":1}', want: { id: 1 } },
  "SCIM's JSON with a byte order mark": {
    body: '\ufeff{"id":1}',
    type: "application/scim+json; charset=utf-8",
    want: { id: 1 },
  },
  "an array": { body: '[{"id":1,"a":null}]', type: "application/json", want: { items: [{ id: 1 }] } },
  "an envelope": { body: '{"data":[{"id":1}]}', type: "application/json", want: { items: [{ id: 1 }] } },
  "a scalar": { body: "5", type: "application/json", want: { result: 5 } },
  null: { body: "null", type: "application/json", want: { result: null } },
  "plain text": {
    body: "all\u202e well\r\n",
    type: "text/plain",
    want: { text: "all well\n", content_type: "text/plain" },
  },
  "204": {
    body: "",
    status: 204,
    want: { status: 204, message: expect.stringContaining("not even an empty one") },
  },
  nothing: { body: " \n", type: "application/json", want: { status: 200, message: expect.any(String) } },
  "an image": {
    body: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]),
    type: "image/png",
    want: { content_type: "image/png", bytes: 6, message: expect.any(String) },
  },
};

for (const [name, { body, type, status, want }] of Object.entries(RESULTS)) {
  test(`an answer: ${name}`, async () => {
    const outcome = await (await answering(body, type, status)).call(readTool());
    expect(outcome.fault).toBeUndefined();
    expect(resultOf(outcome)).toEqual(want);
  });
}

test("an answer: HTML shows its first 300 characters, without invisible ones", async () => {
  const outcome = await (await answering(`<html>\u200b${"x".repeat(5_000)}`, "text/html")).call(readTool());
  const { error } = resultOf(outcome);
  expect(error.kind).toBe("upstream_unreadable");
  expect(error.said[0]).toBe(`<html>${"x".repeat(294)}…`);
});

test("an answer: gzip is unpacked, also if the data is not compressed", async () => {
  const headers = { "content-type": "application/json", "content-encoding": "gzip" };
  for (const [body, want] of [
    [gzipSync('{"id":1}'), { id: 1 }],
    ["", { status: 200 }],
  ] as const) {
    const { call } = await serving((_, response) => void response.writeHead(200, headers).end(body));
    expect(resultOf(await call(readTool()))).toMatchObject(want);
  }
});

test("an answer: a write without content is a success", async () => {
  expect(resultOf(await (await answering("", undefined, 204)).call(writeTool())).message).toMatch(/^Done/);
  expect(resultOf(await (await answering("", undefined, 202)).call(writeTool())).message).toContain(
    "accepted",
  );
});

test("lists are found in any envelope; a record with a list stays a record", () => {
  expect(readListing({ id: 1, data: [1] }, {}, false)).toBeUndefined();
  expect(readListing({ id: 1, services: [1] }, {}, false)).toBeUndefined();
  expect(readListing({ incidents: [1], meta: { total_count: 9 } }, {}, true)).toMatchObject({
    items: [1],
    total: 9,
  });
  expect(readListing({ data: [1], pagination: { count: 9, next: 2 } }, {}, true)).toMatchObject({
    items: [1],
    total: 9,
    next: 2,
  });
  expect(readListing({ Resources: [1], totalResults: 9 }, {}, true)).toMatchObject({ items: [1], total: 9 });
  expect(readListing("text", {}, true)).toBeUndefined();
});

test("an unpaged list that is longer than its answer says so", async () => {
  const one = await answering('{"data":[{"id":1}],"pagination":{"count":40,"next":2}}', "application/json");
  expect(resultOf(await one.call(readTool()))).toEqual({
    items: [{ id: 1 }],
    total: 40,
    note: expect.stringContaining("more than these"),
  });
});

test("two simultaneous calls do not mix", async () => {
  const { call } = await serving(
    (request, response) => void setTimeout(() => json(response, { url: request.url }), 20 * Math.random()),
  );
  const tool = readTool({ thing: z.string() }, {}, { query: { thing: {} } });
  const answers = await Promise.all(["a", "b", "c", "d"].map((thing) => call(tool, { thing })));
  expect(answers.map((answer) => resultOf(answer).url)).toEqual(
    ["a", "b", "c", "d"].map((thing) => `/things?thing=${thing}`),
  );
});
