import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../../../generator/generate.js";
import { readProject } from "../../../cli/generate/generate.js";
import { wordsAtHand } from "../../../cli/diff/states.js";
import { stateOfContract } from "../../../generator/diff/from-contract.js";
import { movesBetween, rekeyed, type Move } from "../../../generator/diff/moves.js";
import { contractOf } from "../../../generator/diff/read-contract.js";
import type { Memo } from "../../../generator/model/memo.js";

const ROOT = join(import.meta.dirname, "../../..");
const place = { root: ROOT, api: "firehydrant" };

/** These tests need neither tokens nor formatting, so both are skipped. */
const quick: Memo = async (kind, input) => (kind === "o200k" ? "0" : kind.startsWith("lint ") ? "" : input);

describe("paths that move to another version", () => {
  const rows: Record<string, (path: string) => boolean> = {
    "one resource": (path) => path.startsWith("/v1/runbooks"),
    "all of them": () => true,
  };
  it.each(Object.entries(rows))(
    "keep their descriptions, names and relations: %s",
    async (_, isMoved) => {
      const sources = await readProject(ROOT, "firehydrant");
      const before = JSON.parse(sources.contract.text) as { paths: Record<string, object> };
      const paths = Object.entries(before.paths).map(([path, item]) => [
        isMoved(path) ? path.replace(/^\/v1\//, "/v2/") : path,
        item,
      ]);
      const after = { ...before, paths: Object.fromEntries(paths) as Record<string, object> };
      const words = await wordsAtHand(place);
      const [base, head] = await Promise.all(
        [before, after].map((one) => stateOfContract(contractOf(one), "a state", words, quick)),
      );
      const { certain, likely } = movesBetween(base!.tools, head!.tools);
      const wanted = base!.tools.filter(({ operation }) => isMoved(operation.split(" ")[1]!)).length;
      expect([certain.length, likely.length]).toEqual([wanted, 0]);

      const moved = <T extends { readonly text: string }>(file: T): T => ({
        ...file,
        text: rekeyed(file.text, certain),
      });
      const { problems } = await generate(
        {
          ...sources,
          contract: { ...sources.contract, text: JSON.stringify(after) },
          words: sources.words.map(moved),
          relations: sources.relations && moved(sources.relations),
          surface: moved(sources.surface),
          repairs: moved(sources.repairs),
          knowledge: moved(sources.knowledge),
          namesLock: moved(sources.namesLock),
        },
        quick,
      ).catch((error: unknown) => Promise.reject(error as Error));
      expect(
        problems.all.filter(({ severity }) => severity === "error").map(({ at, what }) => `${at} ${what}`),
      ).toEqual([]);
    },
    120_000,
  );
});

describe("a source file after its operations moved", () => {
  const moves: Move[] = [{ from: "GET /v1/pets/{id}", to: "GET /v2/pets/{id}" }];
  const rows: Record<string, { given: string; want: string }> = {
    "a key of words": { given: "  GET /v1/pets/{id}:\n", want: "  GET /v2/pets/{id}:\n" },
    "a line of the lock": { given: "get_pet GET /v1/pets/{id}\n", want: "get_pet GET /v2/pets/{id}\n" },
    "a list": { given: 'only: ["GET /v1/pets/{id}"]', want: 'only: ["GET /v2/pets/{id}"]' },
    "a repair's target": { given: "$.paths['/v1/pets/{id}'].get", want: "$.paths['/v2/pets/{id}'].get" },
    "another operation below it": { given: "GET /v1/pets/{id}/walks:", want: "GET /v1/pets/{id}/walks:" },
    "another method": { given: "POST /v1/pets/{id}:", want: "POST /v1/pets/{id}:" },
  };
  it.each(Object.entries(rows))("%s", (_, { given, want }) => expect(rekeyed(given, moves)).toBe(want));
});
