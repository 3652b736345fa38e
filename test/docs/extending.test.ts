import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/*
 * docs/extending.md shows what to write, and where. A block says so in its first line:
 * "ts new <file>" holds a whole file, and "ts <file> after <text>" holds lines that go below the line with that text.
 * All of it together must compile within the project.
 */

const page = readFileSync("docs/extending.md", "utf8");

interface Edit {
  readonly section: string;
  readonly file: string;
  /** The text of the line above; absent for a new file. */
  readonly after?: string;
  readonly code: string;
}

const edits = page.split(/^## /m).flatMap((text): Edit[] => {
  const section = text.slice(0, text.indexOf("\n"));
  const blocks = text.matchAll(/^```tsx? (?:new (\S+)|(\S+) after (.+))\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, made, changed, after, code]) => ({
    section,
    file: (made ?? changed)!,
    after,
    code: code!,
  }));
});

describe("docs/extending.md", () => {
  it("shows where each kind of thing goes", () => {
    expect([...new Set(edits.map(({ section }) => section))]).toEqual([
      "A surface",
      "A client",
      "A command",
      "A parameter style",
      "A paging style",
      "An authentication scheme",
      "A store",
      "An option of a server URL",
    ]);
  });

  it("names files that exist", () => {
    const named = [...page.matchAll(/`([\w./-]+\/[\w.-]+\.(?:tsx?|yaml|md))`/g)].map(([, file]) => file!);
    const made = edits.filter(({ after }) => after === undefined).map(({ file }) => file);
    expect(named.filter((file) => !existsSync(file) && !made.includes(file))).toEqual([]);
  });

  it("holds examples that compile in the project", () => {
    expect(faultsWith(edits)).toEqual([]);
  });

  it.each(["A surface", "A parameter style", "A paging style"])(
    "%s does not compile where the row in its table is missing",
    (section) => {
      const own = edits.filter((edit) => edit.section === section);
      expect(own.length).toBeGreaterThan(1);
      expect(faultsWith(own.slice(0, 1))).not.toEqual([]);
    },
  );
});

/** What the compiler says of the project with some edits. */
function faultsWith(made: readonly Edit[]): string[] {
  const texts = new Map<string, string>([[GENERATED, API_OF_ANY_KIND]]);
  for (const edit of made) texts.set(edit.file, edited(edit, texts.get(edit.file)));
  const program = ts.createProgram({
    rootNames: [...new Set([...sources(), ...texts.keys()])].map((file) => resolve(file)),
    options,
    host: hostWith(texts),
    oldProgram: last,
  });
  last = program;
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ file, messageText }) => {
      const where = file ? relative(".", file.fileName) : "";
      return `${where}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    })
    .sort();
}

let last: ts.Program | undefined;

function edited(
  { file, after, code }: Edit,
  text = after === undefined ? "" : readFileSync(file, "utf8"),
): string {
  if (after === undefined) return code;
  const lines = text.split("\n");
  const at = lines.findIndex((line) => line.includes(after));
  if (at < 0) throw new Error(`No line of ${file} holds ${after}`);
  return [...lines.slice(0, at + 1), code.trimEnd(), ...lines.slice(at + 1)].join("\n");
}

/** The generated tools take long to check and are not what is changed here. */
const GENERATED = "generated/firehydrant/index.ts";
const API_OF_ANY_KIND = `
  import type { GeneratedApi } from "../../runtime/contract/catalogue.js";
  export declare const api: GeneratedApi;
`;

const { options, fileNames } = projectOf("tsconfig.json");

function projectOf(file: string) {
  const { config } = ts.readConfigFile(file, ts.sys.readFile) as { config: unknown };
  const parsed = ts.parseJsonConfigFileContent(config, ts.sys, dirname(resolve(file)));
  return { ...parsed, options: { ...parsed.options, incremental: false, tsBuildInfoFile: undefined } };
}

function sources(): string[] {
  const rooms = /^(cli|runtime|gateway|generator)\//;
  return fileNames.map((file) => relative(".", file)).filter((file) => rooms.test(file));
}

function hostWith(texts: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const textOf = (path: string) => texts.get(relative(".", path));
  const read = host.getSourceFile.bind(host);
  return {
    ...host,
    fileExists: (path) => textOf(path) !== undefined || host.fileExists(path),
    readFile: (path) => textOf(path) ?? host.readFile(path),
    getSourceFile(path, target, ...rest) {
      const text = textOf(path);
      if (text !== undefined) return ts.createSourceFile(path, text, target, true);
      const kept = parsed.get(path) ?? read(path, target, ...rest);
      if (kept) parsed.set(path, kept);
      return kept;
    },
  };
}

/** Files that no example changes are read once. */
const parsed = new Map<string, ts.SourceFile>();
