import { readFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import type { SourceFile } from "../../generator/describe/words.js";
import { generateOther, type OtherSources } from "../../generator/generate-other.js";
import { bundle, type Library } from "../../generator/load/bundle.js";
import { readDocument } from "../../generator/load/read-document.js";
import { printProblems } from "../../generator/model/problem.js";
import type { OpenApiDocument } from "../../generator/normalise/raw.js";
import { oneDocument } from "../../generator/from-document/one-document.js";
import { discoverTools } from "../../runtime/registry/discover-tools.js";
import { UsageError } from "../command/errors.js";
import { quoted } from "../command/flags.js";
import { home } from "../home.js";
import { openMemo } from "./generator-digest.js";
import { openOutFolder } from "./out-folder.js";
import { readTemplates } from "./templates.js";

/** What `standpipe generate --spec` was asked for. */
export interface OtherFlags {
  /** Path or http(s) URL of an OpenAPI 3.0 or 3.1 document, or of Swagger 2.0. */
  readonly spec: string;
  /** The API's name: lower-case letters, digits, `_` and `-`. */
  readonly name: string;
  /** Folder of the generated files. */
  readonly out: string;
  /** Path of the file that accepts texts which look like instructions; without it none is. */
  readonly accept?: string;
  /** Whether `server.mjs` is added: one file that serves the API with the flags of `standpipe serve`. */
  readonly bundle: boolean;
}

const limits = { maxBytes: 256 * 1024 * 1024, timeoutMs: 60_000 };

/**
 * `standpipe generate --spec FILE --name NAME --out DIR [--bundle]`: generates any API from its own document. Prints
 * problems and what changed; the exit code is 1 where nothing could be written.
 * @throws UsageError, OutFolderError, ImportError
 */
export async function runGenerateOther(flags: OtherFlags): Promise<number> {
  requireName(flags.name);
  const folder = resolve(flags.out);
  const out = await openOutFolder(folder, flags.name);
  const { memo, save } = await openMemo(home, `other-${flags.name}`);
  const { problems, files, tools } = await generateOther(await readSources(folder, flags), memo);
  if (problems.all.length > 0) console.error(printProblems(problems.all));
  if (problems.hasErrors) return 1;
  // A cache that can't be written costs time at the next run, and nothing else.
  await save().catch(() => undefined);
  const all = flags.bundle ? new Map([...files, ["server.mjs", await serverOf(flags.name, files)]]) : files;
  const { written, removed } = await out.write(all);
  console.log(
    `${tools.length} tools: ${written} of ${all.size} files written, ${removed} left over removed.`,
  );
  return 0;
}

async function serverOf(api: string, files: ReadonlyMap<string, string>): Promise<string> {
  const { bundleServer } = await import("../../build/bundle.js");
  return bundleServer({ api, files });
}

/**
 * Reads everything that an API is generated from.
 * @param folder where the generated files will stand
 * @throws ImportError where the document can't be read
 */
export async function readSources(
  folder: string,
  { spec, name, accept }: Pick<OtherFlags, "spec" | "name" | "accept">,
): Promise<OtherSources> {
  const { library } = await readDocument(spec, limits);
  const document = oneDocument(library);
  return {
    api: name,
    document,
    at: library.root.startsWith("file:") ? spec : library.root,
    url: library.root.startsWith("file:") ? undefined : library.root,
    accepted: await acceptedIn(accept),
    facts: factsOf(library),
    templates: readTemplates(),
    discover: discoverTools,
    runtime: runtimeFrom(folder),
  };
}

async function acceptedIn(path: string | undefined): Promise<SourceFile> {
  if (path === undefined) return { at: "the file that --accept names", text: "" };
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) throw new UsageError(`--accept: ${path} can't be read. Name another file.`);
  return { at: path, text };
}

/** A document that strays from OpenAPI has no facts that types could be made of, but may well have operations. */
function factsOf(library: Library): OpenApiDocument | Error {
  try {
    return bundle(library) as unknown as OpenApiDocument;
  } catch (error) {
    return error as Error;
  }
}

/** Within the project the runtime is a folder, elsewhere a package. */
function runtimeFrom(folder: string): string {
  const isWithin = `${folder}${sep}`.startsWith(home);
  return isWithin
    ? `${relative(folder, home).split(sep).join("/")}/runtime/contract/`
    : "standpipe/runtime/contract/";
}

function requireName(name: string): void {
  if (/^[a-z][a-z0-9_-]{0,31}$/.test(name)) return;
  throw new UsageError(
    `--name takes 1 to 32 lower-case letters, digits, _ and -, a letter first, not ${quoted(name)}.`,
  );
}
