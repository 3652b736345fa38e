import { isDeepStrictEqual } from "node:util";
import { change, type Change, type ChangeKind } from "./change.js";
import type { State } from "./state.js";
import { textChange } from "./word-changes.js";

/** Changes of instructions, prompts and the curated set. */
export function surfaceChanges(base: State["surface"], head: State["surface"]): Change[] {
  if (!base || !head) return [];
  const prompts = new Map(base.prompts.map((prompt) => [prompt.name, prompt]));
  const names = new Set(head.prompts.map(({ name }) => name));
  const lost = base.prompts.filter(({ name }) => !names.has(name)).map(({ name }) => name);
  return [
    ...textChange("instructions", base.instructions, head.instructions),
    ...head.curated
      .filter((name) => !base.curated.includes(name))
      .map((name) => listing("curated-added", name, "joins")),
    ...base.curated
      .filter((name) => !head.curated.includes(name))
      .map((name) => listing("curated-removed", name, "leaves")),
    ...lost.map((name) => change("prompt-removed", "is gone", { at: `prompts.${name}` })),
    ...head.prompts.flatMap((prompt) => promptChanges(prompts.get(prompt.name), prompt)),
  ];
}

function listing(kind: ChangeKind, name: string, verb: string): Change {
  return change(kind, `${name} ${verb} the curated set; calls work either way`, { at: "curated" });
}

type Prompt = NonNullable<State["surface"]>["prompts"][number];

function promptChanges(before: Prompt | undefined, after: Prompt): Change[] {
  const at = `prompts.${after.name}`;
  if (!before) return [change("prompt-added", "is new", { at }), ...textChange(`${at}.text`, "", after.text)];
  const texts = (["title", "description", "text"] as const).flatMap((part) =>
    textChange(`${at}.${part}`, before[part], after[part]),
  );
  if (isDeepStrictEqual(before.arguments, after.arguments)) return texts;
  return [...texts, change("prompt-arguments-changed", "takes other arguments", { at })];
}
