import { readFileSync } from "node:fs";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { api } from "../../generated/firehydrant/index.js";
import { declarationsOf } from "../../runtime/answers/declaration.js";
import { namedTypes } from "../../runtime/answers/named-types.js";
import { openType, wholeTypeOf } from "../../runtime/answers/types.js";
import type { Answers, AnswerType } from "../../runtime/contract/answers.js";
import { readSearchIndex, searchIndex, type SearchIndex } from "../../runtime/discover/search-options.js";

/*
 * A search of the surface code declares the best tool's answer with the types that its concise view shows. All other
 * fields name their types, and a search for the name of a type declares it.
 */

let answers: Answers;
let index: SearchIndex;
beforeAll(async () => {
  answers = await api.answers!();
  index = readSearchIndex(await api.searchIndex());
});

const tools = new Map(api.catalogue.tools.map((tool) => [tool.name, tool]));

/** The fields of an answer, or of the items of a list. */
function fieldsOf(type: AnswerType): readonly string[] {
  const open = openType(answers, type);
  if (open.kind === "list") return fieldsOf(open.of);
  if (open.kind !== "record") return [];
  return open.fields["items"] === undefined
    ? Object.keys(open.fields)
    : [...Object.keys(open.fields), ...fieldsOf(open.fields["items"])];
}

/** A declaration of the field, whose name may need quotes. */
const named = (field: string) =>
  new RegExp(`(?: ${field}|${JSON.stringify(field).replace("?", "\\?")})\\??:`);

const declaredIn = (text: string) =>
  new Set([...text.matchAll(/^interface (\w+) /gm)].map(([, name]) => name!));
const leftOutOf = (text: string) => /\/\/ Not declared here: ([^.]*)\./.exec(text)?.[1]!.split(", ") ?? [];

describe("declarations of a search", () => {
  it("name every field of each tool's answer", () => {
    const missing = [...tools.values()].flatMap((tool) => {
      const text = declarationsOf([tool], answers, { inFull: 1 });
      const fields = fieldsOf(wholeTypeOf(answers, tool.name));
      return fields.filter((field) => !named(field).test(text)).map((field) => `${tool.name}.${field}`);
    });
    expect(missing).toEqual([]);
  });

  it("declare each type that they name, or say that they do not", () => {
    const all = namedTypes(answers, tools.keys());
    const lost = [...tools.values()].flatMap((tool) => {
      const text = declarationsOf([tool], answers, { inFull: 1 });
      const known = new Set([...declaredIn(text), ...leftOutOf(text)]);
      const used = new Set([...text.matchAll(/: (\w+)(?:\[\])?;/g)].map(([, name]) => name!));
      return [...used]
        .filter((name) => all.has(name) && !known.has(name))
        .map((name) => `${tool.name}: ${name}`);
    });
    expect(lost).toEqual([]);
  });

  it("declare whole each type that was left out, when it is asked for", () => {
    const leftOut = new Set(
      [...tools.values()].flatMap((tool) => leftOutOf(declarationsOf([tool], answers, { inFull: 1 }))),
    );
    expect(leftOut.size).toBeGreaterThan(20);
    for (const type of leftOut) {
      const text = declarationsOf([], answers, { inFull: 3, types: [type] });
      expect(declaredIn(text), type).toContain(type);
      for (const field of fieldsOf(`#${type}`)) expect(text, type).toMatch(named(field));
    }
  });

  // Before types were cut, a search cost 1,420 tokens on average, and 3,942 at most.
  it("cost at most 1,300 tokens on average, and 3,300 at most", () => {
    const questions = parse(readFileSync("test/runtime/retrieval/record.yaml", "utf8")) as { ask: string }[];
    const costs = questions.map(({ ask }) => {
      const found = searchIndex(index, ask, (name) => tools.has(name)).slice(0, 5);
      const text = declarationsOf(
        found.map((name) => tools.get(name)!),
        answers,
        { inFull: 3 },
      );
      return countTokens(text);
    });
    const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
    expect(mean).toBeLessThanOrEqual(1_300);
    expect(Math.max(...costs)).toBeLessThanOrEqual(3_300);
  });
});
