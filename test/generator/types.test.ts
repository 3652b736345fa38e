import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/*
 * Wrong modules must not compile. Each is a correct one with one change. All are checked in one program with the real
 * api.d.ts and runtime/contract/tool.ts, like modules under generated/.
 */
const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "generated/firehydrant/tools/proof");

const HEAD = `
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const tool = defineTool<paths>()({
  name: "a", title: "A", description: "B.", access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
`;

const LIST = `${HEAD}
  request: { method: "GET", path: "/v1/incidents", query: { status: {} } },
  input: z.strictObject({ status: z.string().optional() }),
});`;

const NOTE = `${HEAD}
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/notes",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    body: z.string(),
    incident_id: z.string(),
    visibility: z.enum(["private_to_org", "open_to_public", "internal_status_page"]).optional(),
  }),
});`;

/** TypeScript's codes: a value that does not fit, and one that almost fits. */
const UNFIT = 2322;
const MISSPELT = 2820;

const rows: Record<string, { given: string; want: { code: number; says: RegExp } | undefined }> = {
  "a tool that reads compiles": { given: LIST, want: undefined },
  "a tool that writes compiles": { given: NOTE, want: undefined },
  "an optional field of the body may be left out": {
    given: changed(NOTE, /visibility: .*\n/, ""),
    want: undefined,
  },
  "an argument may have a name of its own": {
    given: changed(
      changed(NOTE, "incident_id: z", "incident: z"),
      "body: {",
      `pathParameters: { incident_id: { argument: "incident" } },\nbody: {`,
    ),
    want: undefined,
  },
  "the path must be in the contract": {
    given: changed(LIST, `"/v1/incidents"`, `"/v1/incident"`),
    want: { code: MISSPELT, says: /"\/v1\/incident"' is not assignable to type .*"\/v1\// },
  },
  "the method must be in the contract": {
    given: changed(LIST, `"GET"`, `"DELETE"`),
    want: { code: UNFIT, says: /"the contract has no such method at this path"/ },
  },
  "each path parameter must be an argument": {
    given: changed(NOTE, /incident_id: z.*\n/, ""),
    want: { code: UNFIT, says: /place: "path"/ },
  },
  "a path parameter can't be optional": {
    given: changed(NOTE, "incident_id: z.string()", "incident_id: z.string().optional()"),
    want: { code: UNFIT, says: /place: "path"/ },
  },
  "a field of the body must have the contract's type": {
    given: changed(NOTE, " body: z.string()", " body: z.number()"),
    want: { code: UNFIT, says: /place: "body"/ },
  },
  "a choice must be one of the contract's": {
    given: changed(NOTE, `"open_to_public"`, `"open_to_all"`),
    want: { code: UNFIT, says: /place: "body"/ },
  },
  "a required field of the body must be an argument": {
    given: changed(NOTE, / body: z.*\n/, ""),
    want: { code: UNFIT, says: /place: "body"/ },
  },
  "a required field of the body can't be optional": {
    given: changed(NOTE, " body: z.string()", " body: z.string().optional()"),
    want: { code: UNFIT, says: /place: "body"/ },
  },
  "a field of the body must be in the contract": {
    given: changed(NOTE, "incident_id: z", "no_such_field: z.string(), incident_id: z"),
    want: { code: UNFIT, says: /place: "body"/ },
  },
  "a query parameter must be in the contract": {
    given: changed(changed(LIST, "status: {}", "no_such_name: {}"), "status: z", "no_such_name: z"),
    want: { code: UNFIT, says: /place: "query"/ },
  },
  "a query parameter must have the contract's type": {
    given: changed(LIST, "z.string()", "z.boolean()"),
    want: { code: UNFIT, says: /place: "query"/ },
  },
  "each query parameter must be, next to one that is": {
    given: changed(
      changed(LIST, "status: {}", "status: {}, no_such_name: {}"),
      "status: z",
      "no_such_name: z.string().optional(), status: z",
    ),
    want: { code: UNFIT, says: /names: "no_such_name"/ },
  },
  "a body needs a contract that takes one": {
    given: changed(LIST, "query: { status: {} }", `body: { type: "application/json", as: "json" }`),
    want: { code: UNFIT, says: /place: "body"/ },
  },
};

describe("the compiler checks a module against the contract", () => {
  const program = programOf(Object.values(rows).map(({ given }) => given));

  it.each(Object.entries(rows).map(([name, { want }], index) => ({ name, want, index })))(
    "$name",
    ({ want, index }) => {
      const found = program
        .getSemanticDiagnostics(program.getSourceFile(fileName(index)))
        .map(({ code, messageText }) => ({ code, text: ts.flattenDiagnosticMessageText(messageText, "\n") }));
      if (!want) return expect(found).toEqual([]);
      expect(new Set(found.map(({ code }) => code))).toEqual(new Set([want.code]));
      expect(found.map(({ text }) => text).join("\n")).toMatch(want.says);
    },
  );
});

/** A module with one change. Without a change it would prove nothing. */
function changed(module: string, from: string | RegExp, to: string): string {
  const after = module.replace(from, to);
  if (after === module) throw new Error(`The module has no ${String(from)}.`);
  return after;
}

function programOf(texts: readonly string[]): ts.Program {
  const files = new Map(texts.map((text, index) => [fileName(index), text]));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config,
    ts.sys,
    ROOT,
  );
  const host = ts.createCompilerHost(options);
  const disk = { read: host.readFile.bind(host), has: host.fileExists.bind(host) };
  host.fileExists = (name) => files.has(name) || disk.has(name);
  host.readFile = (name) => files.get(name) ?? disk.read(name);
  return ts.createProgram([...files.keys()], options, host);
}

function fileName(index: number): string {
  return join(FOLDER, `${index}.ts`);
}
