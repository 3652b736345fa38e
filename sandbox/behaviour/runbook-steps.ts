import { unprocessable } from "../api-error.js";
import { absorb, isFields, pointer } from "../store/absorb.js";
import type { Fields } from "../store/store.js";
import type { World } from "../world.js";
import { isDuration } from "./durations.js";

/** The fields of a runbook from a body. Rules are read back as they were sent, steps in the order of the list. */
export function runbookBody(body: Fields, world: World): Fields {
  const { attachment_rule, steps, ...rest } = body;
  return {
    ...absorb(rest, world),
    ...(attachment_rule === undefined ? {} : { attachment_rule: ruleOf(attachment_rule) }),
    ...(Array.isArray(steps) ? { steps: steps.map((step: Fields) => stepOf(step, world)) } : {}),
  };
}

function stepOf(step: Fields, world: World): Fields {
  const { repeats, repeats_duration, name } = step;
  if (repeats === true && !isDuration(repeats_duration))
    throw unprocessable(`Step ${String(name)} repeats and needs repeats_duration, an ISO 8601 duration`);
  const step_id = String(step.step_id ?? world.random.uuid());
  return {
    reruns: false,
    ...step,
    id: step_id,
    step_id,
    action: pointer("runbooks/actions", String(step.action_id), world),
    automatic: step.automatic ?? false,
    config: step.config ?? {},
    repeats: repeats ?? false,
    repeats_duration: repeats_duration ?? null,
    rule: ruleOf(step.rule),
  };
}

/** Parts of a rule may be objects or JSON texts. They are read as objects. */
function ruleOf(rule: unknown): unknown {
  if (!isFields(rule)) return null;
  return Object.fromEntries(Object.entries(rule).map(([name, part]) => [name, parsed(name, part)]));
}

function parsed(name: string, part: unknown): unknown {
  if (typeof part !== "string") return part;
  try {
    return JSON.parse(part) as unknown;
  } catch {
    throw unprocessable(`${name} is not valid JSON`);
  }
}
