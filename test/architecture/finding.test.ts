import { describe, expect, it } from "vitest";
import { found } from "./imports.js";

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
