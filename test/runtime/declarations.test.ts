import ts from "typescript";
import { describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { declarationsOf } from "../../runtime/answers/declaration.js";
import type { Answers } from "../../runtime/contract/answers.js";
import type { ListedTool } from "../../runtime/contract/catalogue.js";

const tool: ListedTool = {
  name: "get_order",
  title: "Get an order",
  description: "Reads one order. More words */ follow.",
  inputSchema: {
    type: "object",
    properties: {
      id: { type: "string" },
      parts: { type: "array", items: { enum: ["lines", "notes"] } },
      "odd-name": { anyOf: [{ type: "integer" }, { type: "string" }] },
    },
    required: ["id"],
  },
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
};

const answers: Answers = {
  types: {
    Order: {
      fields: {
        id: "text",
        state: { choice: ["open", "done"] },
        age: "integer:days?",
        lines: { list: "#Line" },
        parent: "#Order?",
        labels: { fields: {}, rest: "text" },
        at: "date-time?",
        big: "digits",
        any: "anything",
      },
      required: ["id", "age"],
    },
    Line: { fields: { product: "#Product" } },
    Product: { fields: { name: "text?" } },
  },
  tools: { get_order: { value: "#Order" }, list_orders: { items: "#Order" } },
};

describe("declarations of tools", () => {
  it("have one method with its first sentence, and each type once", () => {
    expect(declarationsOf([tool], answers)).toBe(
      [
        "interface Api {",
        "  /** Reads one order. */",
        '  get_order(args: { id: string; parts?: ("lines" | "notes")[]; "odd-name"?: number | string }): Promise<Order>;',
        "}",
        'interface Order { id: string; state?: "open" | "done"; age?: number; /* days */ lines?: Line[]; ' +
          "parent?: Order; labels?: Record<string, any>; at?: string; /* date-time */ big?: number | string; any?: any; }",
        "interface Line { product?: object; }",
      ].join("\n"),
    );
  });

  it("show a list in its envelope", () => {
    const list = { ...tool, name: "list_orders", inputSchema: { type: "object", properties: {} } } as const;
    expect(declarationsOf([list], answers, { levels: 0 })).toContain(
      "list_orders(): Promise<{ items: Order[]; next_cursor?: string; total?: number;",
    );
  });

  it("of all 474 tools are valid TypeScript without an unknown name", () => {
    return api.answers!().then((all) => {
      const text = declarationsOf(api.catalogue.tools, all, { levels: 20 });
      expect(faultsOf(text)).toEqual([]);
      expect(faultsOf(`${text}\nconst wrong: Missing = 1;`)).toHaveLength(1);
    });
  });
});

/** What the compiler says about a text that only declares types. */
function faultsOf(text: string): string[] {
  const file = ts.createSourceFile("api.ts", text, ts.ScriptTarget.ES2022, true);
  const library =
    "interface Array<T> { length: T } interface Promise<T> { then: T } type Record<K, V> = [K, V];";
  const others = "interface Boolean {} interface Function {} interface IArguments {} interface Number {}";
  const base = `${library} ${others} interface Object {} interface RegExp {} interface String {}`;
  const lib = ts.createSourceFile("lib.d.ts", base, ts.ScriptTarget.ES2022, true);
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}),
    getSourceFile: (name) => (name === "api.ts" ? file : name === "lib.d.ts" ? lib : undefined),
  };
  const program = ts.createProgram(["lib.d.ts", "api.ts"], { noLib: true, types: [], noEmit: true }, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
