import { afterEach, describe, expect, it } from "vitest";
import { parseExact } from "../../runtime/answer/exact-numbers.js";
import type { CallerOptions } from "../../runtime/pipeline/call.js";
import { resultOf as toolResultOf } from "../../runtime/mcp/result.js";
import type { Method } from "../../runtime/contract/tool.js";
import type { RequestListener } from "node:http";
import { bench, readTool, resultOf, type Bench } from "./kit/stub.js";

let open: Bench | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

/** The result of a call for an answer of the API. */
async function called(
  answer: RequestListener,
  options: Omit<Partial<CallerOptions>, "upstream"> = {},
  method: Method = "GET",
) {
  open = await bench(answer, options);
  return open.call(readTool({}, {}, { method }));
}

function answering(body: string | Buffer, type: string): RequestListener {
  return (_, response) => void response.writeHead(200, { "content-type": type }).end(body);
}

const bytes = Buffer.from([0x89, 0x50, 0, 0xff]);
const base64 = bytes.toString("base64");

describe("a binary answer", () => {
  it.each([
    ["image/png", { type: "image", data: base64, mimeType: "image/png" }],
    ["audio/mpeg", { type: "audio", data: base64, mimeType: "audio/mpeg" }],
    [
      "application/pdf",
      {
        type: "resource",
        resource: { uri: "standpipe://answer", mimeType: "application/pdf", blob: base64 },
      },
    ],
  ])("of %s is a separate block, next to its type and size", async (type, block) => {
    const outcome = await called(answering(bytes, type));
    expect(resultOf(outcome)).toMatchObject({ content_type: type, bytes: 4 });
    expect(toolResultOf(outcome).content.slice(1)).toEqual([block]);
  });

  it("over the limit, or with files turned off, is described and not passed on", async () => {
    for (const mostMediaBytes of [3, 0]) {
      const outcome = await called(answering(bytes, "image/png"), { mostMediaBytes });
      expect(resultOf(outcome)).toMatchObject({ content_type: "image/png", bytes: 4 });
      expect(toolResultOf(outcome).content).toHaveLength(1);
      await open?.close();
    }
    open = undefined;
  });
});

describe("a text answer", () => {
  it.each([
    [
      "JSON in Latin-1",
      Buffer.from('{"n":"caf\xe9"}', "latin1"),
      "application/json; charset=iso-8859-1",
      { n: "café" },
    ],
    ["JSON in UTF-16", Buffer.from('\uFEFF{"n":"café"}', "utf16le"), "application/json", { n: "café" }],
    [
      "text in UTF-16 by its charset",
      Buffer.from("a,é", "utf16le"),
      "text/csv; charset=utf-16le",
      { text: "a,é", content_type: "text/csv" },
    ],
    [
      "text in a charset that does not exist",
      Buffer.from("é"),
      "text/plain; charset=nonsense",
      { text: "é", content_type: "text/plain" },
    ],
  ])("is decoded: %s", async (_, body, type, want) => {
    expect(resultOf(await called(answering(body, type)))).toEqual(want);
  });
});

describe("an answer to HEAD", () => {
  it("contains its headers, without cookies", async () => {
    const outcome = await called(
      (_, response) => void response.writeHead(200, { "x-total": "5", "set-cookie": "a=b" }).end(),
      {},
      "HEAD",
    );
    expect(resultOf(outcome)).toMatchObject({ status: 200, headers: { "x-total": "5" } });
    expect(JSON.stringify(resultOf(outcome))).not.toContain("a=b");
  });
});

describe("a stream of events", () => {
  const head = { "content-type": "text/event-stream" };

  it("that ends is shown as text", async () => {
    const outcome = await called((_, response) => void response.writeHead(200, head).end("data: 1\n\n"));
    expect(resultOf(outcome)).toEqual({ text: "data: 1\n\n", content_type: "text/event-stream" });
  });

  it("that continues is shown up to the time limit, with a note that more may follow", async () => {
    const outcome = await called(
      (_, response) => {
        response.writeHead(200, head);
        const timer = setInterval(() => response.write("data: 1\n\n"), 20);
        response.on("close", () => clearInterval(timer));
      },
      { firstByteMs: 500 },
    );
    expect(resultOf(outcome)).toMatchObject({
      text: expect.stringMatching(/^data: 1\n\n/),
      note: "Reading ended before the text did. More may follow.",
    });
  });
});

describe("numbers in an answer", () => {
  it("above 2^53 keep all digits", async () => {
    const body =
      '{"id":725653563933458432,"list":[9007199254740993,7],"e":1e400,"f":1.10,"s":"725653563933458432"}';
    expect(resultOf(await called(answering(body, "application/json")))).toEqual({
      id: "725653563933458432",
      list: ["9007199254740993", 7],
      e: "1e400",
      f: 1.1,
      s: "725653563933458432",
    });
  });

  it("inside strings stay unchanged, with any quotes", () => {
    const value = { "a 1234567890123456789": 'say "1234567890123456789" \\', n: -5 };
    expect(parseExact(JSON.stringify(value))).toEqual(value);
    expect(parseExact('{"n":-9223372036854775808}')).toEqual({ n: "-9223372036854775808" });
  });
});
