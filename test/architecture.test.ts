import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** The runtime's doors. The gateway, the command line and the tests import the runtime by these alone. */
const RUNTIME_DOORS = /^runtime\/(index|serving|lazy)\.ts$/;

/** The runtime's own tests look inside. */
const OWN_TESTS = /^test\/runtime\//;

/** Rooms that may import every other room, but the runtime by its doors alone. */
const BY_DOORS = ["bench", "cli", "deploy", "test"];

/*
 * Imports point one way. The folders that each folder may import besides its own; a folder that is not listed, such as
 * cli/, may import everything.
 */
const ALLOWED: Record<string, readonly RegExp[]> = {
  generator: [
    /^runtime\/discover\/search-options\.ts$/,
    /^runtime\/answers\/declaration\.ts$/,
    /^runtime\/text\/nearest\.ts$/,
    /^runtime\/contract\/(surface-hash|sorted-keys|secret-fields|surfaces|auth|auth-words|paging-names)\.ts$/,
  ],
  generated: [/^runtime\/contract\/(tool|file-argument|digits)\.ts$/],
  runtime: [],
  gateway: [RUNTIME_DOORS],
  sandbox: [],
  scenarios: [/^sandbox\//],
};

/** The contents of generated files, as the runtime reads them: modules, catalog.json, lookups.json and search.json. */
const CONTRACTS = /^runtime\/contract\/(answers|workflow|tool|catalogue|lookups|search|surface-hash)\.ts$/;

/** Folders that may be imported for types only, which do not exist at run time. */
const TYPES_ALLOWED: Record<string, readonly RegExp[]> = {
  generator: [CONTRACTS],
  generated: [CONTRACTS],
};

/** The generator's files that may use the disk. All others take values and return values. */
const DOORS = ["generator/files.ts", "generator/load/bounded-reader.ts", "generator/load/write-import.ts"];

const ROOT = join(import.meta.dirname, "..");

interface Import {
  readonly from: string;
  /** A path from the root for our own files, the specifier for packages, `?` for computed imports. */
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Rooms that may import everything. */
const OPEN_ROOMS = ["cli", "build", "bench", "deploy"];
const ROOMS = [...Object.keys(ALLOWED), ...OPEN_ROOMS];

const imports = (await Promise.all(ROOMS.map(importsOf))).flat();

describe("imports", () => {
  it.each(Object.keys(ALLOWED))("of %s/ point only to folders that it may import", (room) => {
    const wrong = imports.filter(({ from }) => roomOf(from) === room).filter((one) => !isAllowed(room, one));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it("are found in each room and in the generated index", () => {
    for (const room of ["generator", "generated", "runtime", "sandbox", "scenarios"]) {
      expect(imports.filter(({ from }) => roomOf(from) === room).length, room).toBeGreaterThan(20);
    }
    const lazy = imports.filter(({ from }) => from === "generated/firehydrant/tools/index.ts");
    expect(lazy.filter(({ to }) => to.startsWith("generated/firehydrant/tools/"))).toHaveLength(474);
  });

  it("lead to files that exist", () => {
    const ours = imports.filter(({ to }) => ALLOWED[roomOf(to)] !== undefined);
    expect(ours.filter(({ to }) => !existsSync(join(ROOT, to)))).toEqual([]);
  });

  it("of the disk are only in the generator's file modules", () => {
    const disk = imports.filter(
      ({ from, to }) => roomOf(from) === "generator" && /^(node:)?fs(\/|$)/.test(to),
    );
    expect([...new Set(disk.map(({ from }) => from))].filter((from) => !DOORS.includes(from))).toEqual([]);
  });

  it("of a database are only in the gateway's store", () => {
    const drivers = /^(pg|libsql)$/;
    const databases = imports.filter(({ from, to }) => roomOf(from) === "gateway" && drivers.test(to));
    const outside = databases.filter(({ from }) => !from.startsWith("gateway/store/"));
    expect([...new Set(databases.map(({ to }) => to))].sort()).toEqual(["libsql", "pg"]);
    expect(outside.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it("of AsyncLocalStorage are nowhere: what a call needs is in its CallContext", () => {
    const hooks = imports.filter(({ to }) => /^(node:)?async_hooks$/.test(to));
    expect(hooks.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it.each(BY_DOORS)("of the runtime in %s/ lead to its doors", async (room) => {
    const found = (await importsOf(room)).filter(
      ({ from, to }) => to.startsWith("runtime/") && !OWN_TESTS.test(from),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(
      found.filter(({ to }) => !RUNTIME_DOORS.test(to)).map(({ from, to }) => `${from} imports ${to}`),
    ).toEqual([]);
  });

  it("of what the generator shares with the runtime are pure, and stay in the folders that its memo covers", () => {
    const shared = imports.filter(
      ({ from, to, typeOnly }) => roomOf(from) === "generator" && roomOf(to) === "runtime" && !typeOnly,
    );
    const reached = new Set(shared.map(({ to }) => to));
    expect(reached).toContain("runtime/text/nearest.ts");
    for (const file of reached) {
      for (const { to } of imports.filter(({ from, typeOnly }) => from === file && !typeOnly)) {
        if (roomOf(to) === "runtime") reached.add(to);
        else expect(["node:crypto", "stemmer", "fastest-levenshtein"], file).toContain(to);
      }
    }
    expect([...reached].filter((file) => !/^runtime\/(answers|discover|contract|text)\//.test(file))).toEqual(
      [],
    );
  });
});

describe("ARCHITECTURE.md", () => {
  it("names files that exist", async () => {
    const text = await readFile(join(ROOT, "ARCHITECTURE.md"), "utf8");
    const rows = text.split("\n").filter((line) => line.startsWith("| `"));
    const missing = rows.flatMap((row) => {
      const [, folders = "", , begin = ""] = row.split("|");
      const [first = "", ...others] = quoted(folders);
      const places = [first, ...others, ...others.map((other) => join(dirname(first), other))];
      return quoted(begin).filter((file) =>
        [...places, "."].every((place) => !existsSync(join(ROOT, place, file))),
      );
    });
    expect(rows.length).toBeGreaterThan(20);
    expect(missing).toEqual([]);
  });

  function quoted(cell: string): string[] {
    return [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
  }
});

describe("circles of imports", () => {
  it.each(ROOMS)("are none in %s/", (room) => {
    expect(circles(imports.filter(({ from }) => roomOf(from) === room))).toEqual([]);
  });

  it("are found, over any number of files", () => {
    const edge = (from: string, to: string): Import => ({ from, to, typeOnly: false });
    const edges = [
      edge("a", "b"),
      edge("b", "c"),
      edge("c", "a"),
      edge("c", "d"),
      edge("e", "e"),
      edge("d", "x"),
    ];
    expect(circles(edges)).toEqual([["a", "b", "c"], ["e"]]);
  });
});

describe("finding imports", () => {
  const rows: Record<string, { given: string; want: readonly [to: string, typeOnly: boolean][] }> = {
    "a static one": { given: `import { a } from "./a.js";`, want: [["runtime/x/a.ts", false]] },
    "one for its effect": { given: `import "./a.js";`, want: [["runtime/x/a.ts", false]] },
    "a type": { given: `import type { A } from "../a.js";`, want: [["runtime/a.ts", true]] },
    "types by name": { given: `import { type A, type B } from "../a.js";`, want: [["runtime/a.ts", true]] },
    "a type and a value": { given: `import { type A, b } from "../a.js";`, want: [["runtime/a.ts", false]] },
    "an export": { given: `export { a } from "./a.js";`, want: [["runtime/x/a.ts", false]] },
    "an export of everything": { given: `export * from "./a.js";`, want: [["runtime/x/a.ts", false]] },
    "an export of a type": { given: `export type { A } from "./a.js";`, want: [["runtime/x/a.ts", true]] },
    "a dynamic one": {
      given: `const a = async () => (await import("./a.js")).a;`,
      want: [["runtime/x/a.ts", false]],
    },
    "a dynamic one in backticks": { given: "void import(`./a.js`);", want: [["runtime/x/a.ts", false]] },
    "a computed one, which is unknown": { given: "void import(`./${a}.js`);", want: [["?", false]] },
    "a type in place": { given: `let a: import("./a.js").A;`, want: [["runtime/x/a.ts", true]] },
    "a require": { given: `const a = require("./a.js");`, want: [["runtime/x/a.ts", false]] },
    "an import with an equals sign": {
      given: `import a = require("./a.js");`,
      want: [["runtime/x/a.ts", false]],
    },
    "a file by its URL": { given: `new URL("../a.js", import.meta.url);`, want: [["runtime/a.ts", false]] },
    "a package": { given: `import { z } from "zod";`, want: [["zod", false]] },
    "none in a text or a comment": { given: `const a = 'import "./a.js"'; // import("./b.js")`, want: [] },
  };

  it.each(Object.entries(rows))("%s", (_, { given, want }) => {
    expect(found("runtime/x/y.ts", given).map(({ to, typeOnly }) => [to, typeOnly])).toEqual(want);
  });
});

/** Files that import each other, directly or indirectly: the strongly connected parts of the graph (Tarjan). */
function circles(edges: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    open.push(file);
    for (const to of next.get(file) ?? []) {
      if (!order.has(to)) visit(to);
      if (open.includes(to)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(to)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const part = open.splice(open.indexOf(file)).sort();
    if (part.length > 1 || (next.get(file) ?? []).includes(file)) found.push(part);
  };
  for (const file of next.keys()) if (!order.has(file)) visit(file);
  return found.sort(([one], [other]) => (one! < other! ? -1 : 1));
}

function isAllowed(room: string, { to, typeOnly }: Import): boolean {
  if (to === "?") return false;
  if (roomOf(to) === room || !isOurs(to)) return true;
  return [...ALLOWED[room]!, ...(typeOnly ? (TYPES_ALLOWED[room] ?? []) : [])].some((pattern) =>
    pattern.test(to),
  );
}

/** A package's name starts with no path to a folder of ours. */
function isOurs(to: string): boolean {
  return to.startsWith("..") || existsSync(join(ROOT, roomOf(to)));
}

function roomOf(path: string): string {
  return path.split("/")[0]!;
}

async function importsOf(room: string): Promise<Import[]> {
  if (!existsSync(join(ROOT, room))) return [];
  const names = await readdir(join(ROOT, room), { recursive: true });
  const files = names
    .filter((name) => /(?<!\.d)\.[cm]?tsx?$|\.[cm]?js$/.test(name))
    .map((name) => `${room}/${name}`);
  const texts = await Promise.all(files.map((file) => readFile(join(ROOT, file), "utf8")));
  return files.flatMap((file, index) => found(file, texts[index]!));
}

/** All imports in a file's text, in any form. */
function found(file: string, text: string): Import[] {
  const all: Import[] = [];
  const visit = (node: ts.Node): void => {
    const one = importAt(node);
    if (one) all.push({ from: file, to: target(file, one.specifier), typeOnly: one.typeOnly });
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return all;
}

function importAt(node: ts.Node): { specifier: ts.Node | undefined; typeOnly: boolean } | undefined {
  if (ts.isImportDeclaration(node))
    return { specifier: node.moduleSpecifier, typeOnly: isTypeImport(node.importClause) };
  if (ts.isExportDeclaration(node)) {
    return node.moduleSpecifier && { specifier: node.moduleSpecifier, typeOnly: node.isTypeOnly };
  }
  if (ts.isExternalModuleReference(node)) return { specifier: node.expression, typeOnly: false };
  if (ts.isImportTypeNode(node)) {
    return {
      specifier: ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined,
      typeOnly: true,
    };
  }
  if (ts.isCallExpression(node) && isImporting(node.expression))
    return { specifier: node.arguments[0], typeOnly: false };
  if (ts.isNewExpression(node) && isOwnUrl(node)) return { specifier: node.arguments![0], typeOnly: false };
  return undefined;
}

function isTypeImport(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.every((name) => name.isTypeOnly)
  );
}

function isImporting(callee: ts.Expression): boolean {
  return (
    callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === "require")
  );
}

/** `new URL("../x.js", import.meta.url)`. */
function isOwnUrl({ expression, arguments: given }: ts.NewExpression): boolean {
  const base = given?.[1];
  return (
    ts.isIdentifier(expression) &&
    expression.text === "URL" &&
    !!base &&
    ts.isPropertyAccessExpression(base) &&
    ts.isMetaProperty(base.expression)
  );
}

function target(file: string, specifier: ts.Node | undefined): string {
  if (!specifier || !ts.isStringLiteralLike(specifier)) return "?";
  if (!specifier.text.startsWith(".")) return specifier.text;
  const path = relative(ROOT, join(ROOT, dirname(file), specifier.text));
  const written = [".ts", ".tsx", ".d.ts"].map((end) => path.replace(/\.js$/, end));
  return existsSync(join(ROOT, path))
    ? path
    : (written.find((name) => existsSync(join(ROOT, name))) ?? written[0]!);
}
