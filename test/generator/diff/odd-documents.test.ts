import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { diff } from "../../../generator/diff/diff.js";
import { stateOfContract } from "../../../generator/diff/from-contract.js";
import { printText } from "../../../generator/diff/print-text.js";
import { contractOf } from "../../../generator/diff/read-contract.js";
import { generateFromDocument } from "../../../generator/from-document/generate.js";
import { factsOf } from "../../../generator/load/import.js";
import { noMemo } from "../../../generator/model/memo.js";
import type { OpenApiDocument } from "../../../generator/normalise/raw.js";
import { ownTools } from "../../../runtime/index.js";
import { answer, body, object, ref, zoo } from "./zoo.js";

/*
 * Documents of real APIs have mistakes. What `generate` accepts, `diff` accepts too, on both sides, and it still shows
 * what changed.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

const odd: Record<string, (document: Loose) => void> = {
  "a discriminator that maps to a schema that is missing": (d) => {
    d.components.schemas.NewAnimal.discriminator = {
      propertyName: "kind",
      mapping: { cat: "#/components/schemas/Cat", dog: "Dog" },
    };
  },
  "a discriminator that maps to a schema that is not an option": (d) => {
    d.components.schemas.NewAnimal.properties.home = {
      oneOf: [ref("Keeper"), object({ street: { type: "string" } })],
      discriminator: { propertyName: "type", mapping: { zoo: "#/components/schemas/Animal" } },
    };
  },
  "a discriminator that maps to something else than a schema": (d) => {
    d.components.schemas.Keeper.discriminator = {
      propertyName: "id",
      mapping: { a: "#/paths/~1v1~1keepers", b: "./other.yaml#/B", c: "#/components/schemas/%E0%A4%A" },
    };
  },
  "the special tokens of a tokenizer": (d) => {
    d.paths["/v1/animals"].get.summary = "Ends at <|endoftext|>.";
    d.components.schemas.NewAnimal.properties.stop = {
      type: "string",
      default: "<|endoftext|>",
      description: "Such as <|im_start|> or <|fim_prefix|>.",
    };
  },
  "a reference that points to nothing": (d) => {
    d.components.schemas.Animal.properties.friend = ref("Friend");
    d.paths["/v1/keepers"].post = { requestBody: body(ref("NewKeeper")), responses: answer(ref("Keeper")) };
  },
  "a schema that includes itself": (d) => {
    d.components.schemas.Keeper.allOf = [ref("Keeper")];
    d.components.schemas.NewAnimal.properties.next = { anyOf: [ref("NewAnimal"), ref("Keeper")] };
  },
};

describe("a document with", () => {
  it.each(Object.entries(odd))("%s is generated from and compared", async (_, change) => {
    const [base, head] = [zoo(), zoo()] as Loose[];
    change(base);
    change(head);
    head.paths["/v1/animals"].get.parameters.shift();
    expect((await generated(base)).files.size).toBeGreaterThan(5);
    const [was, is] = [await state(base), await state(head)];
    expect(printText(diff(was, is))).toMatch(/! kind is gone/);
    // The mistake is on one side only, where it comes or goes.
    for (const [one, other] of [
      [await state(zoo()), is],
      [is, await state(zoo())],
    ] as const)
      expect(printText(diff(one, other))).toMatch(/kind is (?:gone|new)/);
  });
});

function state(document: unknown) {
  return stateOfContract(contractOf(document), "a state", undefined, noMemo);
}

async function generated(document: Loose) {
  const template = (name: string) =>
    readFile(join(import.meta.dirname, "../../../templates", `${name}.ts.hbs`), "utf8");
  return generateFromDocument({
    api: "zoo",
    document,
    at: "zoo.json",
    facts: facts(document),
    accepted: { at: "accepted.yaml", text: "" },
    settings: { at: "standpipe.yaml", text: "" },
    templates: {
      tool: await template("tool"),
      tools: await template("tools"),
      index: await template("index"),
    },
    discover: ownTools,
    runtime: "../runtime/",
  });
}

function facts(document: unknown): OpenApiDocument | Error {
  try {
    return factsOf(document) as unknown as OpenApiDocument;
  } catch (error) {
    return error as Error;
  }
}
