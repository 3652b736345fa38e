import { existsSync, readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/*
 * The examples of docs/extending.md. The first line of a block says where its code goes: "ts new <file>" is a whole
 * file, "ts <file> after <text>" goes below the line with that text, and "instead of" replaces it. All examples
 * together must compile within the project.
 */

const page = readFileSync("docs/extending.md", "utf8");

interface Edit {
  readonly section: string;
  readonly file: string;
  /** The text of the line to insert after or to replace; absent for a new file. */
  readonly at?: { readonly how: string; readonly text: string };
  readonly code: string;
}

const edits = page.split(/^## /m).flatMap((text): Edit[] => {
  const section = text.slice(0, text.indexOf("\n"));
  const blocks = text.matchAll(/^```tsx? (?:new (\S+)|(\S+) (after|instead of) (.+))\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, made, changed, how, text, code]) => ({
    section,
    file: (made ?? changed)!,
    at: how === undefined ? undefined : { how, text: text! },
    code: code!,
  }));
});

describe("docs/extending.md", () => {
  it("covers each kind of extension", () => {
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

  it("names only files that exist", () => {
    const named = [...page.matchAll(/`([\w./-]+\/[\w.-]+\.(?:tsx?|yaml|md))`/g)].map(([, file]) => file!);
    const made = edits.filter(({ at }) => at === undefined).map(({ file }) => file);
    expect(named.filter((file) => !existsSync(file) && !made.includes(file))).toEqual([]);
  });

  it("has only examples that compile in the project", { timeout: 300_000 }, () => {
    expect(faultsWith(edits)).toEqual([]);
  });

  it("fails to compile without a row in each table of a closed set", () => {
    const tables = {
      "A surface": "gateway/options/options.ts",
      "A parameter style": "runtime/request/styles.ts",
      "A paging style": "runtime/paging/styles.ts",
      "An authentication scheme": "generator/auth/document-schemes.ts",
    };
    const names = Object.keys(tables).map((section) => edits.find((edit) => edit.section === section)!);
    const faulty = faultsWith(names, Object.values(tables)).map((fault) => fault.split(":")[0]);
    expect([...new Set(faulty)]).toEqual(Object.values(tables).sort());
  });
});

/** The compiler's errors for the project with some edits, in all files or in these. */
function faultsWith(made: readonly Edit[], files?: readonly string[]): string[] {
  const texts = new Map<string, string>([[GENERATED, API_OF_ANY_KIND]]);
  for (const edit of made) texts.set(edit.file, edited(edit, texts.get(edit.file)));
  const program = ts.createProgram({
    rootNames: [...new Set([...sources(), ...texts.keys()])].map((file) => resolve(file)),
    options,
    host: hostWith(texts),
    oldProgram: last,
  });
  last = program;
  const found = files
    ? files.flatMap((file) => program.getSemanticDiagnostics(program.getSourceFile(resolve(file))))
    : ts.getPreEmitDiagnostics(program);
  return found
    .map(({ file, messageText }) => {
      const where = file ? relative(".", file.fileName) : "";
      return `${where}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
    })
    .sort();
}

let last: ts.Program | undefined;

function edited({ file, at, code }: Edit, before: string | undefined): string {
  if (at === undefined) return code;
  const lines = (before ?? readFileSync(file, "utf8")).split("\n");
  const line = lines.findIndex((one) => one.includes(at.text));
  if (line < 0) throw new Error(`No line of ${file} holds ${at.text}`);
  const kept = at.how === "after" ? line + 1 : line;
  return [...lines.slice(0, kept), code.trimEnd(), ...lines.slice(line + 1)].join("\n");
}

/** Checking the generated tools takes long, and the examples do not change them. */
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

/** Files that no example changes are only read once. */
const parsed = new Map<string, ts.SourceFile>();
