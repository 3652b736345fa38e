import { ProtocolError, ProtocolErrorCode } from "@modelcontextprotocol/server";
import type { Arguments } from "../contract/caller.js";
import type { CallOutcome } from "../contract/outcome.js";
import type { ToolResult } from "./result.js";
import { tasksExtension } from "./shown.js";

/** A task as the extension has it. */
interface TaskState {
  readonly taskId: string;
  readonly status: "working" | "completed" | "failed" | "cancelled";
  readonly createdAt: string;
  readonly lastUpdatedAt: string;
  /** Milliseconds from its creation after which it is forgotten. */
  readonly ttlMs: number;
  readonly pollIntervalMs: number;
  /** Of a completed one: what the call would have answered. */
  readonly result?: ToolResult;
  /** Of a failed one: the protocol's error that the call would have been answered with. */
  readonly error?: { readonly code: number; readonly message: string };
}

/** The tasks of one client view. They live in this process alone. */
export interface Tasks {
  /**
   * Runs a call. One that is over soon answers as ever; of one that lasts the task is answered, and it goes on.
   * @param signal the request's own: it ends the call as long as no task was answered
   */
  run(
    call: (signal: AbortSignal) => Promise<CallOutcome>,
    signal: AbortSignal,
  ): Promise<CallOutcome | TaskState>;
  /** @throws ProtocolError for a task that is not known, or not any more */
  get(taskId: string): TaskState;
  /** Ends the call; what it has started at the API goes on. @throws ProtocolError as `get` does */
  cancel(taskId: string): void;
}

/** Milliseconds within which a call is answered as ever. */
const SOON_MS = 1_500;
const KEPT_MS = 300_000;
const POLL_INTERVAL_MS = 2_000;
const MOST_TASKS = 200;

/** Whether a client takes tasks, by the capabilities that it sends with a request. */
export function takesTasks(capabilities: unknown): boolean {
  const { extensions } = (capabilities ?? {}) as { extensions?: object | null };
  return typeof extensions === "object" && extensions !== null && Object.hasOwn(extensions, tasksExtension);
}

/** Whether a call asks to wait for work that goes on, by itself or through a tool that calls others. */
export function asksToWait({ wait_seconds: own, arguments: inner }: Arguments): boolean {
  return Number(own) > 0 || Number((inner as Arguments | null | undefined)?.["wait_seconds"]) > 0;
}

export function createTasks(resultOf: (outcome: CallOutcome) => ToolResult): Tasks {
  const kept = new Map<string, { state: TaskState; readonly end: () => void }>();

  function find(taskId: string) {
    const found = kept.get(taskId);
    if (!found)
      throw new ProtocolError(
        ProtocolErrorCode.InvalidParams,
        "Unknown task: it never existed, or it has expired",
      );
    return found;
  }

  function update(taskId: string, change: Partial<TaskState>): void {
    const task = kept.get(taskId);
    // What is over stays as it is.
    if (task?.state.status !== "working") return;
    task.state = { ...task.state, ...change, lastUpdatedAt: new Date().toISOString() };
  }

  function keep(outcome: Promise<CallOutcome>, end: () => void): TaskState {
    const taskId = crypto.randomUUID();
    const now = new Date().toISOString();
    const times = { createdAt: now, lastUpdatedAt: now, ttlMs: KEPT_MS, pollIntervalMs: POLL_INTERVAL_MS };
    const state: TaskState = { taskId, status: "working", ...times };
    kept.set(taskId, { state, end });
    setTimeout(() => kept.delete(taskId), KEPT_MS).unref();
    outcome.then(
      (finished) => update(taskId, { status: "completed", result: resultOf(finished) }),
      (error: unknown) => update(taskId, { status: "failed", error: protocolError(error) }),
    );
    return state;
  }

  return {
    async run(call, signal) {
      const controller = new AbortController();
      const end = () => controller.abort();
      if (signal.aborted) end();
      signal.addEventListener("abort", end);
      const outcome = call(controller.signal);
      const isSoon = await settlesWithin(outcome, kept.size < MOST_TASKS ? SOON_MS : undefined);
      signal.removeEventListener("abort", end);
      return isSoon ? outcome : keep(outcome, end);
    },
    get: (taskId) => find(taskId).state,
    cancel(taskId) {
      find(taskId).end();
      update(taskId, { status: "cancelled" });
    },
  };
}

/** Whether work is over within some time; without one it is waited for. */
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
  return { code: ProtocolErrorCode.InternalError, message: "Internal error" };
}
