import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { circles } from "./architecture/circles.js";
import { importsOf, ROOT, type Import } from "./architecture/imports.js";

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
    /^runtime\/contract\/(surface-hash|sorted-keys|secret-fields|surfaces|auth|auth-words|paging-names|units)\.ts$/,
  ],
  generated: [/^runtime\/contract\/(tool|file-argument|digits)\.ts$/],
  runtime: [],
  gateway: [RUNTIME_DOORS],
  sandbox: [],
  scenarios: [/^sandbox\//],
};

/** The contents of generated files, as the runtime reads them: modules, catalog.json, lookups.json and search.json. */
const CONTRACTS =
  /^runtime\/contract\/(answers|workflow|tool|ignored-arguments|catalogue|lookups|search|surface-hash)\.ts$/;

/** Folders that may be imported for types only, which do not exist at run time. */
const TYPES_ALLOWED: Record<string, readonly RegExp[]> = {
  generator: [CONTRACTS],
  generated: [CONTRACTS],
};

/** The generator's files that may use the disk. All others take values and return values. */
const DOORS = ["generator/files.ts", "generator/load/bounded-reader.ts", "generator/load/write-import.ts"];

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
  it("names folders and files that exist", async () => {
    const text = await readFile(join(ROOT, "ARCHITECTURE.md"), "utf8");
    const rows = text.split("\n").filter((line) => line.startsWith("| `"));
    const missing = rows.flatMap((row) => {
      const [, folders = "", , begin = ""] = row.split("|");
      const [first = "", ...others] = quoted(folders);
      const places = [first, ...others, ...others.map((other) => join(dirname(first), other))];
      const isMissing = (file: string, within: readonly string[]) =>
        within.every((place) => !existsSync(join(ROOT, place, file)));
      return [
        ...quoted(folders).filter((folder) => isMissing(folder, [".", dirname(first)])),
        ...quoted(begin).filter((file) => isMissing(file, [...places, "."])),
      ];
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
