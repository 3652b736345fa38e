import { describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { Fault } from "../../runtime/contract/fault.js";
import { buildRequest } from "../../runtime/request/build.js";
import type { ToolModule } from "../../runtime/contract/tool.js";

const BASE = "https://api.example.test/base";

const hostile: Record<string, string> = {
  "a step up with more": "../x",
  "two dots": "..",
  "one dot": ".",
  "an encoded step up": "%2e%2e%2f",
  "a slash": "/",
  "a backslash": "..\\x",
  "a query": "?a=b",
  "a fragment": "#",
  "a line break": "a\r\nHost: evil.example",
  "a NUL": "a\0b",
  nothing: "",
  "another host": "//evil.example/x",
  "10 kB": "x".repeat(10_240),
};

/** Values that cannot be one segment are refused. Others arrive unchanged. */
const refused = new Set(["two dots", "one dot", "a line break", "a NUL", "nothing"]);

const withPath = Object.entries(api.catalogue.index).filter(([, { operation }]) => operation.includes("{"));

describe("path arguments of all operations stay in their segment", () => {
  it.each(withPath.map(([name, entry]) => [name, entry.operation] as const))(
    "%s (%s)",
    async (name, operation) => {
      const tool = await api.load(name);
      const template = operation.split(" ")[1]!;
      for (const parameter of template.matchAll(/\{([^}]+)\}/g)) {
        for (const [what, value] of Object.entries(hostile))
          expectHeld(tool, template, parameter[1]!, what, value);
      }
    },
  );
});

function expectHeld(
  tool: ToolModule,
  template: string,
  parameter: string,
  what: string,
  value: string,
): void {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]!);
  const { formerArguments = {} } = api.catalogue.index[tool.name]!;
  const args = Object.fromEntries(
    names.map((name) => [formerArguments[name]?.now ?? name, name === parameter ? value : "1"]),
  );
  const build = () => buildRequest(tool.request, args, BASE);
  const label = `${parameter} holding ${what}`;
  if (refused.has(what)) {
    expect(build, label).toThrow(Fault);
    return;
  }
  const url = new URL(build().url);
  expect(url.origin, label).toBe("https://api.example.test");
  expect(url.search + url.hash, label).toBe("");
  const given = url.pathname.split("/").slice(2);
  const wanted = template.split("/").slice(1);
  expect(given, label).toHaveLength(wanted.length);
  expect(decodeURIComponent(given[wanted.indexOf(`{${parameter}}`)]!), label).toBe(value);
}
