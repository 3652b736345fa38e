import { describe, expect, it } from "vitest";
import { changeClasses, type ChangeClass } from "../../../generator/diff/change.js";
import { diff, isEmpty } from "../../../generator/diff/diff.js";
import type { Diff } from "../../../generator/diff/result.js";
import { stateOfContract } from "../../../generator/diff/from-contract.js";
import { printText } from "../../../generator/diff/print-text.js";
import { contractOf } from "../../../generator/diff/read-contract.js";
import { noMemo } from "../../../generator/model/memo.js";
import { differencesOf } from "./independent.js";
import { scoreOf } from "./score.js";
import { answerRows } from "./mutations/answers.js";
import { dangerRows } from "./mutations/danger.js";
import { inputRows } from "./mutations/inputs.js";
import { keyRows } from "./mutations/key.js";
import { animals, create, field, withDepth, type Loose } from "./mutations/kit.js";
import { body, ref, zoo } from "./zoo.js";

/** Each change of a document, the class of its section, and its line. */
const rows = { ...keyRows, ...dangerRows, ...inputRows, ...answerRows };

describe("a change of a document", () => {
  it.each(Object.entries(rows))("%s", async (_, { change, class: wanted, line }) => {
    const found = await changed(change);
    expect(printText(found)).toMatch(line);
    const section = sectionWith(found, line);
    expect(section, printText(found)).toBe(wanted);
    expect(found.class, "no class is read before it").toBe(firstOf(found, wanted));
  });

  // The comparison shares no code with the generator.
  it.each(Object.entries(rows))("is what an independent comparison finds: %s", async (_, { change }) => {
    const found = await changed(change);
    const [base, head] = [withDepth(zoo()), withDepth(zoo())];
    change(head);
    const isTool = (operation: string) => !found.surface.some(({ at = "" }) => at.startsWith(operation));
    const scores = Object.values(scoreOf(found, differencesOf(base, head), isTool));
    expect(scores.flatMap(({ examples }) => examples)).toEqual([]);
  });

  it("covers at least seventy kinds", () => {
    expect(Object.keys(rows).length).toBeGreaterThanOrEqual(70);
  });

  const silent: Record<string, (document: Loose) => void> = {
    "values in another order": (d) => field("kind")(d).enum.reverse(),
    "parameters in another order": (d) => animals(d).get.parameters.reverse(),
    "fields in another order": (d) =>
      (create(d).properties = Object.fromEntries(Object.entries(create(d).properties).reverse())),
    "a schema that is given a name": (d) => {
      d.components.schemas.Box = field("home")(d).properties.box;
      field("home")(d).properties.box = ref("Box");
    },
    "a schema that is put into allOf": (d) =>
      (animals(d).post.requestBody = body({ allOf: [ref("NewAnimal")] })),
    "an error's answer": (d) => (animals(d).get.responses["404"] = { description: "Not there." }),
    "an example": (d) => (field("name")(d).example = "Ada"),
  };
  it.each(Object.entries(silent))("reports nothing if nothing changed: %s", async (_, change) => {
    const found = await changed(change);
    expect(isEmpty(found), printText(found)).toBe(true);
  });
});

/** The class of the section with the line. */
function sectionWith(found: Diff, line: RegExp): ChangeClass | undefined {
  const titles: Record<ChangeClass, string> = {
    key: "Where the key goes",
    danger: "Newly dangerous",
    breaking: "Breaking",
    widening: "Newly permitted",
    words: "Words",
    rest: "The rest",
  };
  const sections = printText(found).split("\n\n").slice(1);
  return changeClasses.find((one) =>
    sections.some((section) => section.startsWith(`${titles[one]} (`) && line.test(section)),
  );
}

/** The first class of the whole report, which comes no later than that of a single change. */
function firstOf(found: Diff, wanted: ChangeClass): ChangeClass {
  const first = changeClasses.find((one) => found.summary.classes[one] > 0)!;
  return changeClasses.indexOf(first) <= changeClasses.indexOf(wanted) ? first : wanted;
}

async function changed(change: (document: Loose) => void): Promise<Diff> {
  const head = withDepth(zoo());
  change(head);
  const [before, after] = await Promise.all(
    [withDepth(zoo()), head].map((one, index) =>
      stateOfContract(contractOf(one), index === 0 ? "base" : "head", undefined, noMemo),
    ),
  );
  return diff(before!, after!);
}
