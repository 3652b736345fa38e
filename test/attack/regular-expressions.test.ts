import { analyse } from "scslre";
import { describe, expect, it } from "vitest";
import { secretPattern } from "../../runtime/index.js";
import { hostileTexts } from "./kit/hostile-text.js";
import { calibrate, workMs } from "./kit/ratio.js";
import { regularExpressionsIn } from "./kit/regular-expressions.js";

const root = new URL("../..", import.meta.url).pathname;
const { literals, made } = regularExpressionsIn(root, ["runtime", "gateway", "sandbox", "generated"]);
const distinct = [...new Map(literals.map((one) => [one.source + one.flags, one])).values()];

/** Files that compose an expression, with the reason why its parts cannot make it slow. */
const MADE: Readonly<Record<string, string>> = {
  "runtime/answer/redact.ts": "what an API's keys begin with, and a run of one class",
  "runtime/answer/sanitise.ts": "one class of characters, and a run of it",
  "runtime/upstream/auth/written.ts": "the name of a variable, at the beginning of a line",
  "runtime/upstream/ratelimit.ts": "a name of ours and digits after it",
  "sandbox/any-api/routes.ts":
    "texts of a path, and parameters that end with their segment; a URL has 16 KB at most",
  "sandbox/any-api/validity.ts": "a pattern of a document, with one anchored repetition at most",
};

/** One pass over a million characters takes 1. A quadratic expression takes many thousands. */
const MOST_RATIO = 300;
const MILLION = 1_000_000;

describe("every regular expression takes linear time", () => {
  it("is found by this test", () => {
    expect(distinct.length).toBeGreaterThan(100);
    expect(distinct.map(({ source }) => source)).toContain(secretPattern.source);
  });

  it("is linear by its form", () => {
    const slow = distinct.flatMap(({ at, source, flags }) =>
      analyse(new RegExp(source, flags)).reports.map(({ type }) => `${at} /${source}/ ${type}`),
    );
    expect(slow).toEqual([]);
  });

  it("is fast on a megabyte of text that is made to be slow", { timeout: 300_000 }, () => {
    const loop = calibrate();
    let worst = { ratio: 0, at: "" };
    let tried = 0;
    const slow: string[] = [];
    for (const { at, source, flags } of distinct) {
      // A short text first. On a long one, a quadratic expression would take minutes to fail.
      for (const characters of [MILLION / 20, MILLION]) {
        const ratios = hostileTexts(source, flags, characters).map((text) => {
          tried += 1;
          const expression = new RegExp(source, flags);
          const ms = workMs(() => void text.replace(expression, "x"));
          return ((ms / loop) * MILLION) / characters;
        });
        const ratio = Math.max(0, ...ratios);
        // On some systems the clock counts whole milliseconds, which is coarse for a short text.
        if (ratio > (characters === MILLION ? MOST_RATIO : 10 * MOST_RATIO)) {
          slow.push(`${at} /${source}/ ${Math.round(ratio)}`);
          break;
        }
        if (characters === MILLION && ratio > worst.ratio) worst = { ratio, at };
      }
    }
    console.log(
      `${distinct.length} expressions, ${tried} texts; the slowest took ${worst.ratio.toFixed(1)} times a plain loop (${worst.at}).`,
    );
    expect(slow).toEqual([]);
  });

  it("has a written reason where it is composed at run time", () => {
    expect([...new Set(made.map(({ file }) => file))]).toEqual(Object.keys(MADE));
  });
});
