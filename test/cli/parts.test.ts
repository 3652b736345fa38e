import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { runInThisContext } from "node:vm";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { asScript } from "../../build/parts/script.js";
import { rewritten } from "../../build/rewritten.js";
import { changedLater } from "./kit/changed-later.js";
import { plainBundle } from "../fixtures/shared-build.js";

type Exports = Record<string, unknown>;
type Body = (given: object) => void;

/** What a module exports that runs as a script, next to a part `other.js` that exports a, b and default. */
function exportsOf(module: string): Exports {
  const exports: Exports = {};
  const parts: Record<string, Exports> = { "./other.js": { a: 1, b: 2, default: 3 } };
  const load = (name: string) => parts[name];
  const dynamic = (name: string) => Promise.resolve(parts[name] ?? name);
  const require = createRequire(import.meta.url);
  (runInThisContext(rewritten(module, asScript)) as Body)({
    exports,
    load,
    require,
    dynamic,
    meta: { url: "file:///dist/part.js" },
  });
  return exports;
}

describe("a module of the bundle as a script", () => {
  it.each([
    [`import{a as x,b}from"./other.mjs";var sum=x+b;export{sum as c};`, { c: 3 }],
    [`import"./other.mjs";const c=1;export{c,c as default};`, { c: 1, default: 1 }],
    [
      `import x from"node:path";import{sep as y,posix}from"node:path";export{c};let c=[x.sep===y,posix===x];`,
      { c: [true, true] },
    ],
    [`import*as x from"node:path";var c=x.posix.join("a","b");export{c};`, { c: "a/b" }],
    [`import x,{posix as y}from"node:path";var c=x.posix===y;export{c};`, { c: true }],
    [`var c=import.meta.url;export{c};`, { c: "file:///dist/part.js" }],
    [`var c=require("node:path").posix.sep;export{c};`, { c: "/" }],
    [`var c=(function(){return this})();export{c};`, { c: undefined }],
    [`export{f};function f(){}var g=()=>f;f=4;export{g};`, { f: 4, g: expect.any(Function) }],
    [
      `var text="import.meta",c=\`import("./other.mjs")\${text}\`;export{c};`,
      { c: 'import("./other.mjs")import.meta' },
    ],
  ])("%s exports the same", (module, exports) => {
    expect(exportsOf(module)).toEqual(exports);
  });

  it("loads parts and packages later, too", async () => {
    const { part, other } = exportsOf(
      `var part=()=>import("./other.mjs"),other=(name)=>import(name);export{part,other};`,
    ) as Record<string, (name?: string) => Promise<unknown>>;
    expect(await part!()).toEqual({ a: 1, b: 2, default: 3 });
    expect(await other!("libsql")).toBe("libsql");
  });

  it.each([
    ["a part that imports all of another", `import*as x from"./other.mjs";`, /imports all of/],
    ["a part that exports another part's exports", `export*from"./other.mjs";`, /exports what another/],
    ["code with a name of the loader", `var part$meta;`, /a name of its loader: part\$meta/],
  ])("cannot be %s", (_, module, said) => {
    expect(() => rewritten(module, asScript)).toThrow(said);
  });
});

describe("the parts of the bundle", () => {
  let dist: string;
  let texts: ReadonlyMap<string, string>;

  beforeAll(async () => {
    dist = join(await plainBundle(), "dist");
    const names = (await readdir(dist)).filter((name) => name.endsWith(".js"));
    const read = names.map(
      async (name) => [`./${name}`, await readFile(join(dist, name), "latin1")] as const,
    );
    texts = new Map(await Promise.all(read));
  });

  it("do not load each other in a circle", () => {
    const done = new Set<string>();
    function visit(part: string, path: readonly string[]): void {
      expect(path, "a circle of parts").not.toContain(part);
      if (done.has(part)) return;
      const loaded = [...texts.get(part)!.matchAll(/part\$load\("(.*?)"\)/g)].map(([, name]) => name!);
      for (const name of loaded) visit(name, [...path, part]);
      done.add(part);
    }
    for (const part of texts.keys()) visit(part, []);
    expect(done.size).toBeGreaterThan(400);
  });

  it("give their exported variables all values while they run", () => {
    const late = [...texts].flatMap(([part, text]) => changedLater(text).map((name) => `${part} ${name}`));
    expect(late).toEqual([]);
    expect(changedLater(`(function({}){var a,f=()=>{a=1};part$exports.b=a})`)).toEqual(["a"]);
    expect(changedLater(`(function({}){var a,f=(a)=>{a=1};part$exports.b=a})`)).toEqual([]);
    expect(changedLater(`(function({}){var a,f=init(()=>{a=1});f();part$exports.b=a})`)).toEqual([]);
  });

  it("come with compiled code that this Node takes, and that names no folder", async () => {
    const code = `const { part, scripts } = await import(${JSON.stringify(pathToFileURL(join(dist, "parts.mjs")))});
      const [main] = ${JSON.stringify([...texts.keys()])}.filter((name) => name.startsWith("./main-"));
      process.argv[2] = "--version";
      await part(main).ended;
      for (const [path, { cachedDataRejected }] of scripts) console.log(path, cachedDataRejected);`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", code]);
    const [, ...scripts] = stdout.trim().split("\n");
    expect(scripts.length).toBeGreaterThan(2);
    for (const line of scripts) expect(line).toMatch(/ false$/);

    const compiled = (await readdir(dist)).filter((name) => name.endsWith(".compiled"));
    expect(compiled.length).toBeGreaterThan(50);
    for (const name of compiled)
      expect((await readFile(join(dist, name), "latin1")).includes(process.cwd()), name).toBe(false);
  });

  it("run without compiled code, and with code that V8 refuses", async () => {
    const scratch = await mkdtemp(join(tmpdir(), "standpipe-parts-"));
    onTestFinished(() => rm(scratch, { recursive: true }));
    await cp(dist, scratch, { recursive: true });
    const compiled = (await readdir(scratch)).filter((name) => name.endsWith(".compiled"));
    const version = () =>
      promisify(execFile)(process.execPath, [join(scratch, "standpipe.mjs"), "--version"]);
    await Promise.all(compiled.map((name) => writeFile(join(scratch, name), "not compiled code")));
    expect((await version()).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    await Promise.all(compiled.map((name) => rm(join(scratch, name))));
    expect((await version()).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
