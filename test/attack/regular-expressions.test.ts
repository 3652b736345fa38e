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
/** A quadratic expression would take minutes on a long text, so a shorter one comes first. */
const SHORT = MILLION / 20;
/** On a text twenty times as long, even a cubic expression stays below the limit if the short one took no more. */
const SAFE_RATIO = MOST_RATIO / 20 ** 2;

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
    const tried = { short: 0, long: 0 };
    const slow: string[] = [];
    for (const { at, source, flags } of distinct) {
      const ratioOf = (text: string) => {
        const expression = new RegExp(source, flags);
        return ((workMs(() => void text.replace(expression, "x")) / loop) * MILLION) / text.length;
      };
      for (const textOf of hostileTexts(source, flags)) {
        let ratio = ratioOf(textOf(SHORT));
        tried.short += 1;
        // On some systems the clock counts whole milliseconds, which is coarse for a short text.
        let isSlow = ratio > 10 * MOST_RATIO;
        if (ratio > SAFE_RATIO && !isSlow) {
          ratio = ratioOf(textOf(MILLION));
          tried.long += 1;
          isSlow = ratio > MOST_RATIO;
          if (ratio > worst.ratio) worst = { ratio, at };
        }
        if (isSlow) slow.push(`${at} /${source}/ ${Math.round(ratio)}`);
      }
    }
    console.log(
      `${distinct.length} expressions, ${tried.short} texts, ${tried.long} of them with a megabyte; the slowest took ` +
        `${worst.ratio.toFixed(1)} times a plain loop (${worst.at}).`,
    );
    expect(slow).toEqual([]);
  });

  it("has a written reason where it is composed at run time", () => {
    expect([...new Set(made.map(({ file }) => file))]).toEqual(Object.keys(MADE));
  });
});
