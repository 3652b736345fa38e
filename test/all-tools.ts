import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { type Catalogue, ownTools, type ListedTool } from "../runtime/index.js";

/** A JSON Schema as a tool lists it. */
export type Schema = Readonly<Record<string, unknown>> & {
  readonly type?: unknown;
  readonly description?: string;
  readonly required?: readonly string[];
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | true;
};

/** The parts of a descriptions file that the laws check. */
export interface Words {
  readonly description: string;
  readonly hints?: { readonly idempotent?: boolean };
  readonly poll?: { readonly says: string; readonly tool?: string };
}

export const ROOT = join(import.meta.dirname, "..");
export const SPECS = join(ROOT, "specs/firehydrant");

/** The committed catalogue, and the contract as imported. */
export const catalogue: Catalogue = JSON.parse(
  await readFile(join(ROOT, "generated/firehydrant/catalog.json"), "utf8"),
);
export const { tools, index } = catalogue;
export const contract = JSON.parse(await readFile(join(SPECS, "openapi.json"), "utf8"));

/** Descriptions by `METHOD /path`. */
export const words: ReadonlyMap<string, Words> = await readWords();

/** Names of the tools that break a law, for the failure message. */
export function breaking(breaks: (tool: ListedTool, operation: string) => boolean): string[] {
  return tools.filter((tool) => breaks(tool, index[tool.name]!.operation)).map(({ name }) => name);
}

/** A tool's input schema and all schemas in it, with paths such as `impacts[].id`; the root's is empty. */
export function schemasOf({ inputSchema }: ListedTool): [path: string, schema: Schema][] {
  return [...within(inputSchema as unknown as Schema)];
}

function* within(schema: Schema, path = ""): Generator<[string, Schema]> {
  yield [path, schema];
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    yield* within(property, path === "" ? name : `${path}.${name}`);
  }
  if (schema.items) yield* within(schema.items, `${path}[]`);
  if (typeof schema.additionalProperties === "object")
    yield* within(schema.additionalProperties, `${path}.*`);
}

/** Title, description and the texts of all arguments at every depth. */
export function textsOf(tool: ListedTool): string[] {
  const inner = schemasOf(tool).flatMap(([, schema]) => schema.description ?? []);
  return [tool.title, tool.description, ...inner];
}

/** The words of a text that could be names of tools, arguments or fields. */
export function snakeWords(text: string): string[] {
  return text.match(/\b[a-z][a-z0-9]*(?:_[a-z0-9]+)+\b/g) ?? [];
}

/** Whether a tool has this name, including discover's five. */
export function isTool(name: string): boolean {
  return name in index || ownTools.some((tool) => tool.name === name);
}

/** Whether any tool has this argument, at any depth. */
export function isArgument(name: string): boolean {
  // All tools for which they make sense accept these, although they are not listed.
  if (["view", "fields", "resolve_names", "wait_seconds"].includes(name)) return true;
  return argumentNames.has(name);
}

/** The last name of a path such as `impacts[].id`. */
export function lastName(path: string): string {
  return path.replace(/^.*\./, "").replaceAll("[]", "");
}

const argumentNames = new Set(tools.flatMap((tool) => schemasOf(tool).map(([path]) => lastName(path))));

async function readWords(): Promise<Map<string, Words>> {
  const folder = join(SPECS, "tools");
  const texts = (await readdir(folder)).map((name) => readFile(join(folder, name), "utf8"));
  const files = (await Promise.all(texts)).map(
    (text) => parse(text) as { operations: Record<string, Words> },
  );
  return new Map(files.flatMap(({ operations }) => Object.entries(operations)));
}
