import { readFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { readShorthand, SHORTHAND_FORM, type AuthSettings } from "../../generator/auth/settings.js";
import type { SourceFile } from "../../generator/describe/words.js";
import type { DocumentSources } from "../../generator/from-document/generate.js";
import { SETTINGS_FILE } from "../../generator/from-document/settings.js";
import type { Library } from "../../generator/load/bundle.js";
import { digestOfFiles, readDocument } from "../../generator/load/read-document.js";
import { printProblems } from "../../generator/model/problem.js";
import { oneDocument } from "../../generator/from-document/one-document.js";
import { ownTools } from "../../runtime/index.js";
import { UsageError } from "../command/errors.js";
import { quoted } from "../command/flags.js";
import { home } from "../home.js";
import { documentCache, type LastRun } from "./document-cache.js";
import { openOutFolder } from "./out-folder.js";
import { offerSettings, readSettings } from "./settings-file.js";
import { withProgress } from "./progress.js";
import { factsOf, limits } from "./read-contract.js";
import { readTemplates } from "./templates.js";

/** The options of `standpipe generate --spec`. */
export interface DocumentFlags {
  /** Path or http(s) URL of an OpenAPI 3.0 or 3.1 document, or of Swagger 2.0. */
  readonly spec: string;
  /** The API's name: lower-case letters, digits, `_` and `-`. */
  readonly name: string;
  /** Folder of the generated files. */
  readonly out: string;
  /** Path of the file with accepted suspicious texts. Without it, none are accepted. */
  readonly accept?: string;
  /** Whether to add `server.mjs`: one file that serves the API with the flags of `standpipe serve`. */
  readonly bundle: boolean;
  /** How callers authenticate, if the document does not say so or is wrong: `header:Authorization`. */
  readonly auth?: readonly string[];
}

/**
 * `standpipe generate --spec FILE --name NAME --out DIR [--bundle]`: generates any API from its own document. Prints
 * problems and changes. Exit code 1 if nothing could be written.
 * @throws UsageError, OutFolderError, ImportError
 */
export async function runGenerateFromDocument(flags: DocumentFlags): Promise<number> {
  requireName(flags.name);
  const folder = resolve(flags.out);
  const out = await openOutFolder(folder, flags.name);
  return withProgress(`Generating ${flags.name} from ${flags.spec}`, async () => {
    const own = await ownSources(folder, flags);
    const cache = await documentCache(flags.name, inputsOf(own, folder, flags));
    const before = out.read();
    const sources = cache.sources();
    const known = sources && (await digestOfFiles(flags.spec, sources));
    const unchanged = known === undefined ? undefined : cache.find(known, before);
    if (unchanged) return repeat(unchanged, folder, before.size);
    const { library, sha256, files: read } = await readDocument(flags.spec, limits);
    const last = cache.find(sha256, before);
    if (last) return repeat(last, folder, before.size);
    // The generator is loaded only if there is work to do.
    const { generateFromDocument } = await import("../../generator/from-document/generate.js");
    const { problems, tools, files, skeleton } = await generateFromDocument(
      sourcesOf(library, own, folder, flags),
    );
    const said = printProblems(problems.all);
    if (said !== "") console.error(said);
    if (problems.hasErrors) return 1;
    const all = new Map(files);
    if (flags.bundle) all.set("server.mjs", await serverOf(flags.name, all));
    const { written, removed } = out.write(all);
    await cache.store(sha256, all, { problems: said, tools: tools.length, skeleton, sources: read });
    console.log(
      `${countOf(tools.length)}: ${written} of ${all.size} files written, ${removed} left over removed.`,
    );
    return offer(folder, skeleton);
  });
}

/** Says the same as the last generation, whose files are all still there. */
function repeat({ problems, tools, skeleton }: LastRun, folder: string, files: number): Promise<number> {
  if (problems !== "") console.error(problems);
  console.log(`${countOf(tools)}: 0 of ${files} files written, 0 left over removed.`);
  return offer(folder, skeleton);
}

function countOf(tools: number): string {
  return tools === 1 ? "1 tool" : `${tools} tools`;
}

/** Prints settings for a first run. The exit code is 0. */
async function offer(folder: string, skeleton: string): Promise<number> {
  if (await offerSettings(folder, skeleton))
    console.log(
      `Review ${join(folder, SETTINGS_FILE)}: it lists what was guessed. AUTH.md lists the credentials.`,
    );
  return 0;
}

function inputsOf(own: OwnSources, folder: string, flags: DocumentFlags): string[] {
  return [
    flags.spec,
    String(flags.bundle),
    own.accepted.text,
    own.settings.text,
    own.words?.text ?? "",
    JSON.stringify(flags.auth ?? []),
    runtimeFrom(folder),
    ...Object.values<string>({ ...readTemplates() }),
  ];
}

async function serverOf(api: string, files: ReadonlyMap<string, string>): Promise<string> {
  const { bundleServer } = await import("../../build/bundle.js");
  return bundleServer({ api, files });
}

/**
 * Reads all inputs of an API.
 * @param folder for the generated files
 * @throws ImportError if the document cannot be read
 */
export async function readSources(
  folder: string,
  flags: Pick<DocumentFlags, "spec" | "name" | "accept" | "auth">,
): Promise<DocumentSources> {
  const { library } = await readDocument(flags.spec, limits);
  return sourcesOf(library, await ownSources(folder, flags), folder, flags);
}

/** The files and flags that a person adds to the document. */
type OwnSources = Pick<DocumentSources, "accepted" | "settings" | "words" | "auth">;

async function ownSources(
  folder: string,
  { accept, auth }: Pick<DocumentFlags, "accept" | "auth">,
): Promise<OwnSources> {
  const { settings, words } = await readSettings(folder);
  return { accepted: await acceptedIn(accept), settings, words, auth: authFlag(auth) };
}

/** @throws UsageError for a text that is not a scheme */
function authFlag(given: readonly string[] | undefined): AuthSettings | undefined {
  return given?.map((text) => {
    const entry = readShorthand(text);
    if (entry) return entry;
    throw new UsageError(`--auth takes a scheme, not ${quoted(text)}: ${SHORTHAND_FORM}.`);
  });
}

function sourcesOf(
  library: Library,
  own: OwnSources,
  folder: string,
  { spec, name }: Pick<DocumentFlags, "spec" | "name">,
): DocumentSources {
  const isFile = library.root.startsWith("file:");
  const misfits: Error[] = [];
  return {
    api: name,
    document: oneDocument(library),
    at: isFile ? spec : library.root,
    url: isFile ? undefined : library.root,
    ...own,
    facts: factsOf(library, (misfit) => misfits.push(misfit)),
    misfits,
    templates: readTemplates(),
    discover: ownTools,
    runtime: runtimeFrom(folder),
  };
}

async function acceptedIn(path: string | undefined): Promise<SourceFile> {
  if (path === undefined) return { at: "the file that --accept names", text: "" };
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) throw new UsageError(`--accept: ${path} can't be read. Pass another file.`);
  return { at: path, text };
}

/** Within the project the runtime is a folder, elsewhere it is a package. */
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
