import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rewritten } from "../../build/rewritten.js";
import { sharedShapes } from "../../build/shared-shapes.js";
import { plainBundle } from "../fixtures/shared-build.js";

const withSharedShapes = (code: string) => rewritten(code, sharedShapes);

describe("the rewriting of object literals", () => {
  it.each([
    ["({...a,b:1})", "({...null,...a,b:1})"],
    ["({...a})", "({...null,...a})"],
    ["f({...a,b:{...c,...d}})", "f({...null,...a,b:{...null,...c,...d}})"],
  ])("%s becomes %s", (code, changed) => {
    expect(withSharedShapes(code)).toBe(changed);
  });

  it.each([
    "({b:1,...a})",
    "[...a]",
    "f(...a)",
    "({...a})=>a",
    "const{...a}=b",
    '"{...a}"',
    "/{...a/",
    "`{...a}`",
  ])("%s stays as it is", (code) => {
    expect(withSharedShapes(code)).toBe(code);
  });

  it("changes no object", () => {
    const code = `const a = { x: 1, get y() { return 2; }, ["__proto__"]: 3 };
      [{ ...a }, { ...a, x: 4 }, { ...a, ...{ z: 5 } }, { ...undefined, z: 6 }, { ..."ab", z: 7 }]`;
    const changed = withSharedShapes(code);
    expect(changed.match(/\.\.\.null/g)).toHaveLength(5);
    const described = (text: string) =>
      (eval(text) as object[]).map((one) => Object.entries(Object.getOwnPropertyDescriptors(one)));
    expect(described(changed)).toEqual(described(code));
  });

  it("happened to the whole bundle", async () => {
    const dist = join(await plainBundle(), "dist");
    const parts = (await readdir(dist)).filter((name) => /\.m?js$/.test(name));
    const texts = await Promise.all(parts.map((name) => readFile(join(dist, name), "utf8")));
    const found = texts.flatMap((text) => text.match(/\{\.\.\.null,/g) ?? []);
    expect(found.length).toBeGreaterThan(1_000);
  });
});
