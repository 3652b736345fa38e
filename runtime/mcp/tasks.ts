import type { Arguments } from "../contract/caller.js";
import type { CallOutcome } from "../contract/outcome.js";
import { errorCodes, ProtocolError } from "./protocol.js";
import type { ToolResult } from "./result.js";
import type { TaskChange, TaskState, TaskStore } from "./task-store.js";
import { tasksExtension } from "./shown.js";
import { Fault } from "../contract/fault.js";
import { Cancellation, type CancelSignal } from "../contract/cancellation.js";

/** Runs calls as tasks. A store has their states, so any process with the store can answer for them. */
export interface Tasks {
  /**
   * Runs a call. If it ends soon, its outcome is the answer. Otherwise the task is the answer, and the call continues.
   * @param signal of the request; it aborts the call until a task was answered
   */
  run(
    call: (signal: CancelSignal) => Promise<CallOutcome>,
    signal: CancelSignal,
  ): Promise<CallOutcome | TaskState>;
  /** @throws ProtocolError for an unknown or expired task */
  get(taskId: string): Promise<TaskState>;
  /** Stops the call. Work that it started at the API continues. @throws ProtocolError like `get` */
  cancel(taskId: string): Promise<void>;
  /** Waits for the calls that still run, and ends them after this many milliseconds, because the process stops. */
  stop(graceMs: number): Promise<void>;
}

/** A call that ends within these milliseconds is answered normally. */
const SOON_MS = 1_500;
const KEPT_MS = 300_000;
const POLL_INTERVAL_MS = 2_000;
const MOST_TASKS = 200;
/** How often a process checks whether its task was cancelled elsewhere, and confirms that it still runs it. */
const LOOK_EVERY_MS = 1_000;
/** A task without updates for this long is no longer running: its process was killed. */
const ABANDONED_MS = 30_000;

/** Whether a client supports tasks, by the capabilities in its request. */
export function takesTasks(capabilities: unknown): boolean {
  const { extensions } = (capabilities ?? {}) as { extensions?: object | null };
  return typeof extensions === "object" && extensions !== null && Object.hasOwn(extensions, tasksExtension);
}

/** Whether a call asks to wait for continuing work, directly or through an executor. */
export function asksToWait({ wait_seconds: own, arguments: inner }: Arguments): boolean {
  return Number(own) > 0 || Number((inner as Arguments | null | undefined)?.["wait_seconds"]) > 0;
}

/** @throws ProtocolError for a task that the store does not have */
function known(state: TaskState | undefined): TaskState {
  if (state) return state;
  const message = "Unknown task: it never existed, or it has expired";
  throw new ProtocolError(errorCodes.invalidParams, message);
}

function startedTask(): TaskState {
  const now = new Date().toISOString();
  const times = { createdAt: now, lastUpdatedAt: now, ttlMs: KEPT_MS, pollIntervalMs: POLL_INTERVAL_MS };
  return { taskId: crypto.randomUUID(), status: "working", ...times };
}

export function createTasks(resultOf: (outcome: CallOutcome) => ToolResult, store: TaskStore): Tasks {
  const running = new Map<string, Running>();

  async function keep(outcome: Promise<CallOutcome>, end: Running["end"]): Promise<TaskState> {
    const state = startedTask();
    const { taskId } = state;
    await store.add(state);
    const looking = setInterval(() => void look(taskId, end).catch(() => {}), LOOK_EVERY_MS);
    const settle = async (change: TaskChange) => {
      clearInterval(looking);
      await store.change(taskId, change);
    };
    const stored = outcome
      .then(
        (finished) => settle({ status: "completed", result: resultOf(finished) }),
        (error: unknown) => settle({ status: "failed", error: protocolError(error) }),
      )
      // While the store fails, the task stays "working" and is reported as abandoned later.
      .catch(() => {})
      .finally(() => void running.delete(taskId));
    running.set(taskId, { end, stored });
    return state;
  }

  async function look(taskId: string, end: Running["end"]): Promise<void> {
    const state = await store.change(taskId, {});
    if (state?.status === "cancelled") end();
  }

  return {
    async run(call, signal) {
      const controller = new Cancellation();
      const end = (reason?: Fault) => controller.abort(reason);
      const leave = () => end();
      if (signal.aborted) leave();
      signal.addEventListener("abort", leave);
      const outcome = call(controller);
      const isSoon = await settlesWithin(outcome, running.size < MOST_TASKS ? SOON_MS : undefined);
      signal.removeEventListener("abort", leave);
      return isSoon ? outcome : keep(outcome, end);
    },
    async get(taskId) {
      const state = known(await store.get(taskId));
      const age = Date.now() - Date.parse(state.lastUpdatedAt);
      return state.status === "working" && age > ABANDONED_MS ? abandoned(state) : state;
    },
    async cancel(taskId) {
      known(await store.change(taskId, { status: "cancelled" }));
      running.get(taskId)?.end();
    },
    async stop(graceMs) {
      const left = [...running.values()];
      const stored = Promise.all(left.map((one) => one.stored));
      if (await settlesWithin(stored, graceMs)) return;
      for (const { end } of left) end(stoppedFault());
      await stored;
    },
  };
}

/** A task that this process runs. */
interface Running {
  end(reason?: Fault): void;
  /** Resolves when the store has its outcome. */
  readonly stored: Promise<void>;
}

function stoppedFault(): Fault {
  return new Fault({
    kind: "cancelled",
    message: "The server stopped while this call ran. What the call started at the API may go on.",
    next: "Read the state of the work before you repeat the call.",
  });
}

function abandoned(state: TaskState): TaskState {
  const message =
    "The server process that ran this task stopped. The call may have happened: look before you repeat it.";
  return { ...state, status: "failed", error: { code: errorCodes.internal, message } };
}

/** Whether work ends within some time; without a time, waits for its end. */
function settlesWithin(work: Promise<unknown>, milliseconds: number | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = milliseconds === undefined ? undefined : setTimeout(() => resolve(false), milliseconds);
    const settled = () => {
      clearTimeout(timer);
      resolve(true);
    };
    work.then(settled, settled);
  });
}

function protocolError(error: unknown): NonNullable<TaskState["error"]> {
  if (error instanceof ProtocolError) return { code: error.code, message: error.message };
  return { code: errorCodes.internal, message: "Internal error" };
}
