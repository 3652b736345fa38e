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
    Seller: { fields: { ...Object.fromEntries([..."abcdef"].map((name) => [name, "text"])), id: "text" } },
    Offer: { fields: { line: "#Holder" } },
    Holder: { fields: { seller: "#Seller" } },
  },
  tools: { get_order: { value: "#Order" }, list_orders: { items: "#Order" }, get_offer: { value: "#Offer" } },
};

const explained = {
  type: "object",
  properties: {
    id: { type: "string", description: "Id of it." },
    days: { type: "integer", default: 3 },
    lines: { type: "array", items: { type: "string" }, description: "Replaces the whole list." },
  },
  required: ["id"],
} as const;

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
        "interface Line { product?: Product; }",
        "interface Product { name?: string; }",
      ].join("\n"),
    );
  });

  it("show deep down of a large type only the fields that distinguish its values", () => {
    expect(declarationsOf([{ ...tool, name: "get_offer" }], answers)).toContain(
      "interface Holder { seller?: { id?: string; /* more */ }; }",
    );
  });

  it("of the first tools have the whole description, and the words of arguments that say more than the name", () => {
    const tools = ["get_order", "get_offer"].map((name) => ({ ...tool, name, inputSchema: explained }));
    const text = declarationsOf(tools, answers, { inFull: 1 });
    expect(text.split("More words * / follow.")).toHaveLength(2);
    expect(text).toContain(
      "id: string; days?: number /* Default: 3. */; lines?: string[] /* Replaces the whole list. */",
    );
    expect(text).toContain(
      "get_offer(args: { id: string; days?: number; lines?: string[] }): Promise<Offer>;",
    );
    expect(text).not.toContain("interface Offer");
    expect(text).toContain("// Not declared here: Offer.");
  });

  it("repeat no words that stand next to the same argument of another tool", () => {
    const tools = ["get_order", "get_offer"].map((name) => ({ ...tool, name, inputSchema: explained }));
    const text = declarationsOf(tools, answers, { inFull: 2 });
    expect(text.split("Replaces the whole list.")).toHaveLength(2);
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
