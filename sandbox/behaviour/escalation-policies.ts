import { unprocessable } from "../api-error.js";
import { isFields, target } from "../store/absorb.js";
import { namedBy, type Handlers } from "../store/call.js";
import type { Fields, Item } from "../store/store.js";
import type { World } from "../world.js";
import { isDuration } from "./durations.js";

const policies = "/v1/teams/{team_id}/escalation_policies";

export const escalationPolicyHandlers: Handlers = {
  [`POST ${policies}`]: (call, world) => createPolicy(namedBy(call, "team_id"), call.body, world),
  [`PATCH ${policies}/{id}`]: (call, world) => {
    const policy = namedBy(call, "id");
    if (call.body.default === true) onlyDefault(policy, world);
    return world.change(policy, policyFields(call.body, world));
  },
};

/** Adds an escalation policy. A new default replaces the old one. */
export function createPolicy(team: Item, body: Fields, world: World): Item {
  const fields = {
    default: false,
    repetitions: 0,
    step_strategy: "static",
    ...policyFields(body, world),
    created_by: world.author(),
  };
  const policy = world.add("teams/escalation_policies", fields, { team_id: team.id });
  if (body.default === true) onlyDefault(policy, world);
  return policy;
}

function policyFields(body: Fields, world: World): Fields {
  const { steps, handoff_step, prioritized_settings, ...rest } = body;
  return {
    ...rest,
    ...(Array.isArray(steps) && {
      steps: (steps as Fields[]).map((step, position) => policyStep(step, position, world)),
    }),
    ...(isFields(handoff_step) && { handoff_step: handoffStep(handoff_step, world) }),
    ...(isFields(prioritized_settings) && {
      notification_priority_policies: Object.entries(prioritized_settings)
        .filter(([, settings]) => isFields(settings))
        .map(([priority, settings]) => priorityPolicy(priority, settings as Fields, world)),
    }),
  };
}

function priorityPolicy(priority: string, { repetitions, handoff_step }: Fields, world: World): Fields {
  return {
    notification_priority: priority.toUpperCase(),
    repetitions,
    steps: [],
    handoff_step: isFields(handoff_step) ? handoffStep(handoff_step, world) : null,
  };
}

function handoffStep({ target_id, target_type }: Fields, world: World): Fields {
  return { id: world.random.uuid(), target: target(target_id, target_type, world), target_id, target_type };
}

function policyStep(step: Fields, position: number, world: World): Fields {
  if (!isDuration(step.timeout))
    throw unprocessable(`Step ${position + 1} needs a timeout as an ISO 8601 duration such as PT5M`);
  const targets = ((step.targets ?? []) as Fields[]).map(({ id, type }) => target(id, type, world));
  return {
    distribution_type: "unspecified",
    priorities: ["HIGH", "MEDIUM", "LOW"],
    ...step,
    id: world.random.uuid(),
    position,
    targets,
  };
}

function onlyDefault(policy: Item, world: World): void {
  for (const other of world.store.children("teams/escalation_policies", String(policy.parents.team_id))) {
    world.touch(other).data.default = other === policy;
  }
}
