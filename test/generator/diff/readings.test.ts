import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { wordsAtHand } from "../../../cli/diff/states.js";
import { diff } from "../../../generator/diff/diff.js";
import { stateOfContract } from "../../../generator/diff/from-contract.js";
import { printText } from "../../../generator/diff/print-text.js";
import { contractOf } from "../../../generator/diff/read-contract.js";
import type { State } from "../../../generator/diff/state.js";
import type { Memo } from "../../../generator/model/memo.js";

/* FireHydrant's own views, polls and searches, and an answer that loses a field which they read. */
const ROOT = join(import.meta.dirname, "../../..");
const quick: Memo = async (kind, input) => (kind === "o200k" ? "0" : input);

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

let text: string;
let base: State;

async function state(document: unknown): Promise<State> {
  return stateOfContract(
    contractOf(document),
    "a state",
    await wordsAtHand({ root: ROOT, api: "firehydrant" }),
    quick,
  );
}

beforeAll(async () => {
  text = await readFile(join(ROOT, "specs/firehydrant/openapi.json"), "utf8");
  base = await state(JSON.parse(text));
});

describe("an answer that loses a field", () => {
  const rows: Record<string, { lose: (schemas: Loose) => void; line: RegExp }> = {
    "that a search reads": {
      lose: (schemas) => delete schemas.IncidentEntity.properties.number,
      line: /number is gone, and .*the search for incident.* reads? it/,
    },
    "that a view reads": {
      lose: (schemas) => delete schemas.SlimRunbookEntity.properties.last_executed_at,
      line: /last_executed_at is gone, and its view reads it/,
    },
  };
  it.each(Object.entries(rows))(
    "%s is breaking, and the report names the reader",
    async (_, { lose, line }) => {
      const head: Loose = JSON.parse(text);
      lose(head.components.schemas);
      const found = diff(base, await state(head));
      const breaking = printText(found)
        .split("\n\n")
        .find((section) => section.startsWith("Breaking ("));
      expect(breaking).toMatch(line);
    },
  );
});
