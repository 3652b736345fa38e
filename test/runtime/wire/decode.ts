import busboy from "busboy";
import type { Captured } from "./stub.js";

type Json = Readonly<Record<string, unknown>>;

/** A request parsed with the contract and independent libraries: values by place and request name. */
export interface Carried {
  readonly path: Readonly<Record<string, string>>;
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly body: unknown;
}

/** Parses a captured request. `template` is the contract's path. */
export async function carried(request: Captured, template: string): Promise<Carried> {
  const url = new URL(request.target, "http://stub");
  return { path: pathValues(url.pathname, template), query: queryValues(url), body: await bodyOf(request) };
}

function pathValues(path: string, template: string): Record<string, string> {
  const given = path.split("/");
  const expected = template.split("/");
  if (given.length !== expected.length) throw new Error(`${path} is not ${template}`);
  return Object.fromEntries(
    expected.flatMap((segment, index) => {
      const name = /^\{(.+)\}$/.exec(segment)?.[1];
      if (name === undefined && segment !== given[index]) throw new Error(`${path} is not ${template}`);
      return name === undefined ? [] : [[name, decodeURIComponent(given[index]!)]];
    }),
  );
}

/** Raw values: a list without `explode` is still one text with commas. */
function queryValues(url: URL): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const pair of url.search.slice(1).split("&").filter(Boolean)) {
    const [name, value = ""] = pair.split("=") as [string, string?];
    const key = decodeURIComponent(name.replaceAll("+", " "));
    values.set(key, [...(values.get(key) ?? []), value]);
  }
  return values;
}

/** One raw query value, decoded. */
export function decoded(raw: string): string {
  return decodeURIComponent(raw.replaceAll("+", "%20"));
}

async function bodyOf({ headers, body }: Captured): Promise<unknown> {
  if (body.length === 0) return undefined;
  const type = String(headers["content-type"]);
  if (type.includes("json")) return JSON.parse(body.toString("utf8")) as Json;
  if (type.startsWith("multipart/form-data")) return multipart(type, body);
  throw new Error(`What is a body of ${type}?`);
}

function multipart(type: string, body: Buffer): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const fields: Record<string, unknown[]> = {};
    const parser = busboy({ headers: { "content-type": type }, defParamCharset: "utf8" });
    parser.on("field", (name, value) => (fields[name] ??= []).push(value));
    parser.on("file", (name, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const content_base64 = Buffer.concat(chunks).toString("base64");
        (fields[name] ??= []).push({ content_base64, content_type: mimeType, filename });
      });
    });
    parser.on("close", () => resolve(fields));
    parser.on("error", reject);
    parser.end(body);
  });
}
