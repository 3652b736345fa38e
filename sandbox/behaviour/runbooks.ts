import { ApiError, notFound, unprocessable } from "../api-error.js";
import { pointer } from "../store/absorb.js";
import { namedBy, type Call, type Handlers } from "../store/call.js";
import { paginate } from "../store/page.js";
import { Ref, type Fields, type Item } from "../store/store.js";
import { refTo, type ComputedFields, type World } from "../world.js";
import { runbookBody } from "./runbook-steps.js";
import { addEvent } from "./events.js";

const execution = "/v1/runbooks/executions/{execution_id}";

export const runbookHandlers: Handlers = {
  "POST /v1/runbooks": ({ body }, world) => {
    const author = world.author();
    const fields = { categories: [], is_editable: true, created_by: author, updated_by: author };
    return world.add("runbooks", { ...fields, ...runbookBody(body, world) });
  },
  "PUT /v1/runbooks/{runbook_id}": (call, world) =>
    world.change(namedBy(call, "runbook_id"), {
      ...runbookBody(call.body, world),
      updated_by: world.author(),
    }),
  "POST /v1/runbooks/executions": ({ body }, world) => {
    const id = /^incident\/(.+)$/.exec(String(body.execute_for))?.[1];
    if (!id) throw new ApiError(400, "execute_for must have the form incident/<incident id>");
    const incident = world.resolve(pointer("incidents", id, world)) as Item;
    return startRunbook(
      world.resolve(pointer("runbooks", String(body.runbook_id), world)) as Item,
      incident,
      world,
    );
  },
  [`PUT ${execution}/steps/{step_id}`]: (call, world) => setStep(call, String(call.body.state), world),
  [`PUT ${execution}/steps/{step_id}/script/{state}`]: (call, world) =>
    setStep(call, String(call.params.state), world),
  [`GET ${execution}/steps/{step_id}/script`]: (call) => {
    stepOf(call);
    return namedBy(call, "execution_id");
  },
  [`DELETE ${execution}`]: (call, world) => {
    world.remove(namedBy(call, "execution_id"));
    return null;
  },
  "GET /v1/runbooks/select_options/{integration_slug}/{action_slug}/{field}": (call) =>
    paginate(call, [{ label: "#incidents", value: "incidents" }]),
};

export const runbookFields: ComputedFields = {
  runbooks: {
    last_executed_at: (item, world) => lastExecution(item, world)?.data.created_at ?? null,
    last_executed_for_incident: (item, world) => {
      const id = lastExecution(item, world)?.parents.incident_id;
      return id ? new Ref("incidents", id) : null;
    },
  },
  "runbooks/executions": {
    // The contract allows only one step here, so it is the current one.
    steps: ({ data }) => currentFirst(data.steps as Fields[]),
  },
};

/** Attaches a runbook to an incident. Automatic steps take some seconds each. Other steps wait for a person. */
export function startRunbook(runbook: Item, incident: Item, world: World): Item {
  const steps = ((runbook.data.steps ?? []) as Fields[]).map((step) => ({
    ...step,
    id: world.random.uuid(),
    action_slug: step.action instanceof Ref ? world.resolve(step.action)?.data.slug : null,
    executable: true,
    execution: { state: "pending", performed_at: null, data: {}, error: null },
  }));
  const fields = {
    runbook_id: runbook.id,
    runbook: refTo(runbook),
    executed_for: { id: incident.id, name: incident.data.name, type: "incident" },
    created_by: String(world.author().name),
    status: steps.length > 0 ? "running" : "completed",
    has_been_rerun: false,
    steps,
  };
  const started = world.add("runbooks/executions", fields, { incident_id: incident.id });
  addEvent(
    incident,
    { type: "runbook_attachment", data: { runbook: runbook.data.name, execution_id: started.id } },
    world,
  );
  advance(started, world);
  return started;
}

const secondsForAStep = 3;

function advance(run: Item, world: World): void {
  const steps = run.data.steps as Fields[];
  const next = steps.find((step) => stateOf(step) === "pending");
  if (!next) {
    const failed = steps.some((step) => stateOf(step) === "errored");
    world.change(run, { status: steps.every(isDone) ? (failed ? "failed" : "completed") : "running" });
    return;
  }
  if (next.automatic === false) return;
  setState(run, next, { state: "started" }, world);
  world.later(secondsForAStep, () => {
    if (stateOf(next) !== "started") return;
    setState(run, next, { state: "completed" }, world);
    advance(run, world);
  });
}

interface StepState {
  readonly state: string;
  readonly data?: Fields;
}

function setStep(call: Call, state: string, world: World): Item {
  const run = namedBy(call, "execution_id");
  const step = stepOf(call);
  if (!states.includes(state))
    throw unprocessable(`State ${state} does not exist`, [`Possible: ${states.join(", ")}`]);
  setState(run, step, { state, data: (call.body.data ?? {}) as Fields }, world);
  if (isDone(step)) advance(run, world);
  return run;
}

function setState(run: Item, step: Fields, { state, data = {} }: StepState, world: World): void {
  const performed_at = state === "pending" ? null : world.stamp();
  const { id, name } = world.author();
  step.execution = {
    state,
    data,
    performed_at,
    error: null,
    performed_by: { id, name, type: "firehydrant_user" },
  };
  world.change(run, {});
  const incident = world.store.peek("incidents", run.parents.incident_id ?? "");
  const event = { step: step.name, state, execution_id: run.id };
  if (incident) addEvent(incident, { type: "runbook_step_execution_update", data: event }, world);
}

function stepOf(call: Call): Fields {
  const { step_id = "" } = call.params;
  const steps = namedBy(call, "execution_id").data.steps as Fields[];
  const found = steps.find(({ id }) => id === step_id);
  if (!found) throw notFound("step", step_id);
  return found;
}

const states = ["initial", "pending", "scheduled", "started", "dismissed", "completed", "errored"];

function stateOf(step: Fields): string {
  return String((step.execution as Fields).state);
}

function isDone(step: Fields): boolean {
  return ["dismissed", "completed", "errored"].includes(stateOf(step));
}

function currentFirst(steps: Fields[]): Fields[] {
  const open = steps.find((step) => !isDone(step)) ?? steps.at(-1);
  return open ? [open, ...steps.filter((step) => step !== open)] : [];
}

function lastExecution(runbook: Item, world: World): Item | undefined {
  return world.store
    .all("runbooks/executions")
    .filter(({ data }) => data.runbook_id === runbook.id)
    .at(-1);
}
