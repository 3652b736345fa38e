import { expect, it } from "vitest";
import { diff } from "../../../generator/diff/diff.js";
import { stateOfCatalogue } from "../../../generator/diff/from-catalogue.js";
import { noMemo } from "../../../generator/model/memo.js";
import type { Catalogue } from "../../../runtime/index.js";
import { catalogue } from "../../all-tools.js";

const { workflows = [] } = catalogue;

/** A catalogue with few tools, so that nothing takes long. */
const few: Catalogue = { ...catalogue, tools: catalogue.tools.slice(0, 3), prompts: [] };

const stateOf = (name: string, changed: Catalogue) => stateOfCatalogue(changed, name, [], noMemo);

it("a diff shows a workflow whose program changed, and what it calls now", async () => {
  const [one, ...others] = workflows;
  const entry = { ...one!.entry, program: "another", calls: [...one!.entry.calls, "delete_team"] };
  const head = { ...few, workflows: [{ ...one!, entry }, ...others] };
  const { changed } = diff(await stateOf("base", few), await stateOf("head", head));
  expect(changed.map(({ name }) => name)).toEqual([one!.tool.name]);
  expect(changed[0]!.changes.map(({ kind, says }) => `${kind}: ${says}`)).toEqual([
    "program-changed: runs another program",
    "calls-added: calls delete_team, and did not before",
  ]);
  expect(changed[0]!.class).toBe("danger");
});

it("a diff with a document does not miss the workflows", async () => {
  const base = await stateOf("base", few);
  const { hasWorkflows: _, ...document } = await stateOf("document", { ...few, workflows: [] });
  expect(diff(base, document).removed).toEqual([]);
  expect(diff(base, await stateOf("head", { ...few, workflows: [] })).removed).toHaveLength(workflows.length);
});
