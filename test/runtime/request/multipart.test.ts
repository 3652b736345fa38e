import busboy from "busboy";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { buildRequest, type HttpRequest } from "../../../runtime/request/build.js";
import { BASE, send, refusal, anyText, base64 } from "./kit.js";

vi.setConfig({ testTimeout: 30_000 });

describe("a multipart body", () => {
  const plan = send("POST", {
    type: "multipart/form-data",
    as: "multipart",
    fields: { raw: { json: true } },
  });

  it("has a part for each field, item and file", async () => {
    const file = {
      filename: "zürich 🚒.png",
      content_type: "image/png",
      content_base64: base64("\x89PNG\r\n--"),
    };
    const request = buildRequest(
      plan,
      {
        text: " a\r\nb ",
        n: 1,
        flag: false,
        nil: null,
        list: ["x", { y: 1 }],
        object: { z: [1] },
        raw: [1],
        file,
      },
      BASE,
    );
    expect(await parts(request)).toEqual([
      { name: "text", text: " a\r\nb ", type: "text/plain" },
      { name: "n", text: "1", type: "text/plain" },
      { name: "flag", text: "false", type: "text/plain" },
      { name: "nil", text: "null", type: "application/json" },
      { name: "list", text: "x", type: "text/plain" },
      { name: "list", text: '{"y":1}', type: "application/json" },
      { name: "object", text: '{"z":[1]}', type: "application/json" },
      { name: "raw", text: "[1]", type: "application/json" },
      { name: "file", text: "\x89PNG\r\n--", type: "image/png", filename: "zürich 🚒.png" },
    ]);
  });

  it("repeats files, and names each after its field if it has no name", async () => {
    const files = [{ content_base64: base64("1") }, { content_base64: "" }];
    expect(await parts(buildRequest(plan, { files }, BASE))).toEqual([
      { name: "files", text: "1", type: "application/octet-stream", filename: "files" },
      { name: "files", text: "", type: "application/octet-stream", filename: "files" },
    ]);
  });

  it("has a boundary that no part contains", () => {
    const first = buildRequest(plan, { a: "x" }, BASE);
    const boundary = boundaryOf(first);
    const second = buildRequest(plan, { a: `x\r\n--${boundary}--\r\n` }, BASE);
    expect(boundaryOf(second)).not.toBe(boundary);
    expect(buildRequest(plan, { a: "x" }, BASE)).toEqual(first);
  });

  it("is absent without parts", () => {
    expect(buildRequest({ ...plan, method: "DELETE" }, { ids: [] }, BASE).body).toBeUndefined();
    expect(buildRequest(plan, {}, BASE)).toEqual({ method: "POST", url: `${BASE}/x`, headers: {} });
  });

  const file = (more: object) => ({ file: { content_base64: "QQ==", ...more } });
  const refused: Record<string, { given: Record<string, unknown>; at: string }> = {
    "content that is not base64": {
      given: file({ content_base64: "not base64!" }),
      at: "file.content_base64",
    },
    "base64 without its padding": { given: file({ content_base64: "QQ" }), at: "file.content_base64" },
    "base64 with line breaks": { given: file({ content_base64: "QQ\n==" }), at: "file.content_base64" },
    "a data URL": {
      given: file({ content_base64: "data:image/png;base64,QQ==" }),
      at: "file.content_base64",
    },
    "the second file of a list": {
      given: { files: [file({}).file, { content_base64: "?" }] },
      at: "files[1].content_base64",
    },
    "a filename with a line break": { given: file({ filename: 'a"\r\nX: y' }), at: "file.filename" },
    "a filename with a quotation mark": { given: file({ filename: 'a"; name="b' }), at: "file.filename" },
    "a filename with a backslash": { given: file({ filename: "a\\" }), at: "file.filename" },
    "an empty filename": { given: file({ filename: "" }), at: "file.filename" },
    "a media type with a line break": {
      given: file({ content_type: "image/png\r\nX: y" }),
      at: "file.content_type",
    },
    "an invalid media type": { given: file({ content_type: "png" }), at: "file.content_type" },
    "a name with a quotation mark": { given: { 'a"; filename="b': "x" }, at: '"a\\"; filename=\\"b"' },
  };
  for (const [name, { given, at }] of Object.entries(refused)) {
    it(`refuses ${name}`, () => expect(refusal(plan, given)[0]?.argument).toBe(at));
  }

  it("arrives unchanged at a parser, whatever it contains", async () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    const filename = anyText().filter((name) => !/[\p{Cc}"\\]/u.test(name) && name !== "");
    await fc.assert(
      fc.asyncProperty(anyText(), bytes, filename, fc.array(anyText()), async (text, content, name, list) => {
        const file = { filename: name, content_base64: Buffer.from(content).toString("base64") };
        const found = await parts(buildRequest(plan, { text, file, list }, BASE));
        expect(found[0]).toMatchObject({ name: "text", text });
        expect(found[1]).toMatchObject({
          name: "file",
          filename: name,
          text: Buffer.from(content).toString("latin1"),
        });
        expect(found.slice(2).map((part) => part.text)).toEqual(list);
      }),
    );
  });
});

function boundaryOf({ headers }: HttpRequest): string {
  return /; boundary=(\S+)$/.exec(headers["Content-Type"]!)![1]!;
}

interface Found {
  readonly name: string;
  readonly text: string;
  readonly type: string;
  readonly filename?: string;
}

/** The parts of a multipart request, parsed like a server would; a file's content as Latin-1. */
function parts({ headers, body }: HttpRequest): Promise<Found[]> {
  return new Promise((resolve, reject) => {
    const found: Found[] = [];
    const parser = busboy({
      headers: { "content-type": headers["Content-Type"] },
      defParamCharset: "utf8",
      preservePath: true,
    });
    parser.on("field", (name, text, { mimeType }) => found.push({ name, text, type: mimeType }));
    parser.on("file", (name, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      const index = found.push({ name, text: "", type: mimeType, filename }) - 1;
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        found[index] = { ...found[index]!, text: Buffer.concat(chunks).toString("latin1") };
      });
    });
    parser.on("close", () => resolve(found));
    parser.on("error", reject);
    parser.end(Buffer.from(body as Uint8Array));
  });
}
