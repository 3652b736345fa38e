import { styleText } from "node:util";
import type { FieldChange, Plan, Step } from "../../gateway/declare/plan.js";
import { line } from "../admin/table.js";

/** A plan in an answer of the gateway. */
export type ShownPlan = Omit<Plan, "steps"> & { readonly steps: readonly Step[] };

const signs: Readonly<Record<Step["action"], string>> = {
  add: "+",
  change: "~",
  adopt: "=",
  remove: "-",
  leave: "?",
};

const endings: Readonly<Record<Step["action"], string>> = {
  add: "",
  change: "",
  adopt: ": the file manages it from now on",
  remove: "",
  leave: ": is not in the file any more. Pass --prune to remove it",
};

const counts: Readonly<Record<Step["action"], string>> = {
  add: "to add",
  change: "to change",
  adopt: "to manage from now on",
  remove: "to remove",
  leave: "to remove with --prune",
};

/** A plan for people: first what changes, then the totals. What widens is red on a terminal. */
export function planText({ steps, unchanged, missing_keys }: ShownPlan, isTerminal: boolean): string {
  const red = (text: string) => (isTerminal ? styleText("red", text) : text);
  const shown = steps.map((step) => stepLines(step, red).join("\n"));
  const keys = missing_keys.map(
    ({ account, key }) => `The key of account ${line([account])} is missing: set ${line([key])}.`,
  );
  return [...shown, ...keys, totals(steps, unchanged)].join("\n\n");
}

function stepLines({ kind, name, action, changes, drift, widens }: Step, red: (text: string) => string) {
  return [
    `${signs[action]} ${kind} ${line([name])}${endings[action]}`,
    ...changes.map((change) => `    ${changed(change, action === "add")}`),
    ...drift.map((change) => `    changed since the last apply: ${changed(change, false)}`),
    ...widens.map((what) => red(`    WIDENS: ${line([what])}`)),
  ];
}

function changed({ field, from, to }: FieldChange, isNew: boolean): string {
  return isNew ? `${field}: ${value(to)}` : `${field}: ${value(from)} -> ${value(to)}`;
}

/** Values come from a file and a database, so control characters must not reach the terminal. */
function value(given: unknown): string {
  if (given === null) return "(default)";
  return line([typeof given === "string" ? given : JSON.stringify(given)]);
}

function totals(steps: readonly Step[], unchanged: number): string {
  const parts = Object.entries(counts).flatMap(([action, words]) => {
    const count = steps.filter((step) => step.action === action).length;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  const widening = steps.filter(({ widens }) => widens.length > 0).length;
  const text = [...parts, `${unchanged} unchanged`].join(", ");
  return widening > 0 ? `${text}. ${widening} of them permit more than before.` : `${text}.`;
}
