import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { readSources } from "../../../cli/generate/generate-from-document.js";
import { generateFromDocument } from "../../../generator/from-document/generate.js";
import { buildRequest, type Catalogue, checkArguments, Fault } from "../../../runtime/index.js";
import { importTools } from "../../wild/modules.js";

type Json = Readonly<Record<string, unknown>>;

/** A request before it is sent. */
interface Sent {
  /** `POST /pets?kind=cat`. */
  readonly line: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The result of generating from a document. */
export interface Generated {
  /** Input schemas by tool name. */
  readonly schemas: Readonly<Record<string, Json>>;
  /** Base URLs by name, the usual one first. */
  readonly servers: Readonly<Record<string, string>>;
  /** Problems, one sentence each. */
  readonly problems: readonly string[];
  /** Checks arguments like a call and builds the request. @throws Error with the fault of the arguments */
  send(tool: string, args: Json): Sent;
}

const scratch: string[] = [];
afterAll(async () => {
  for (const folder of scratch) await rm(folder, { recursive: true });
});

/** Generates from a document. `files` has its parts by path; the first one is the main file. */
export async function generatedFrom(
  files: Readonly<Record<string, string | Uint8Array | object>>,
): Promise<Generated> {
  const folder = await mkdtemp(join(tmpdir(), "document-"));
  scratch.push(folder);
  for (const [path, content] of Object.entries(files)) await write(join(folder, path), content);
  const spec = join(folder, Object.keys(files)[0]!);
  const outcome = await generateFromDocument(await readSources(folder, { spec, name: "pets" }));
  const problems = outcome.problems.all
    .filter(({ code }) => code !== "no-key" && code !== "no-server")
    .map(({ what }) => what);
  if (outcome.problems.hasErrors) throw new Error(problems.join("\n"));
  const out = join(folder, "out");
  for (const [path, text] of outcome.files) await write(join(out, path), text);
  const catalogue = JSON.parse(outcome.files.get("catalog.json")!) as Catalogue;
  const names = catalogue.tools.map(({ name }) => name);
  const modules = await importTools(out, names, catalogue);
  return {
    schemas: Object.fromEntries(
      catalogue.tools.map(({ name, inputSchema }) => [name, inputSchema as unknown as Json]),
    ),
    servers: catalogue.api.servers,
    problems,
    send(tool, args) {
      const module = modules[names.indexOf(tool)];
      if (!module) throw new Error(`There is no tool ${tool}, only ${names.join(", ")}.`);
      return sentBy(() => {
        checkArguments(module, args);
        return buildRequest(module.request, args, "http://127.0.0.1");
      });
    },
  };
}

/** A document with these paths, served at 127.0.0.1. */
export function documentOf(paths: object, more: object = {}): object {
  return {
    openapi: "3.0.3",
    info: { title: "Pets", version: "1" },
    servers: [{ url: "http://127.0.0.1" }],
    paths,
    ...more,
  };
}

/** One operation with a JSON body of a schema. */
export function posting(schema: object, required = true): object {
  return {
    operationId: "post_it",
    requestBody: { required, content: { "application/json": { schema } } },
    responses: {},
  };
}

function sentBy(build: () => ReturnType<typeof buildRequest>): Sent {
  try {
    const { method, url, headers, body } = build();
    const text = body === undefined ? undefined : Buffer.from(body).toString();
    return {
      line: `${method} ${url.replace("http://127.0.0.1", "")}`,
      headers,
      ...(text === undefined ? {} : { body: text }),
    };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const arguments_ = (error.arguments ?? []).map(({ argument, message }) => `${argument} ${message}`);
    throw new Error([error.message, ...arguments_].join("\n"), { cause: error });
  }
}

async function write(path: string, content: string | Uint8Array | object): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const isText = typeof content === "string" || content instanceof Uint8Array;
  await writeFile(path, isText ? content : JSON.stringify(content));
}
