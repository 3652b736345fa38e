import type { ToolResult } from "./result.js";

/** A task as the extension has it. */
export interface TaskState {
  readonly taskId: string;
  readonly status: "working" | "completed" | "failed" | "cancelled";
  readonly createdAt: string;
  readonly lastUpdatedAt: string;
  /** Milliseconds from its creation until it is deleted. */
  readonly ttlMs: number;
  readonly pollIntervalMs: number;
  /** Only of a completed task: the call's result. */
  readonly result?: ToolResult;
  /** Only of a failed task: the protocol error. */
  readonly error?: { readonly code: number; readonly message: string };
}

/** What changes in a task that is working. */
export type TaskChange = Partial<Pick<TaskState, "status" | "result" | "error">>;

/** Stores the states of one server's tasks until they expire. */
export interface TaskStore {
  add(state: TaskState): Promise<void>;
  get(taskId: string): Promise<TaskState | undefined>;
  /**
   * Changes a task only while it is working, and updates its time. Several processes may change a task at once, and the
   * first final state stays.
   * @returns the state that is stored now; undefined for an unknown task
   */
  change(taskId: string, change: TaskChange): Promise<TaskState | undefined>;
}

/** The state of a working task after a change. */
export function changedTask(state: TaskState, change: TaskChange): TaskState {
  return { ...state, ...change, lastUpdatedAt: new Date().toISOString() };
}

/** Stores tasks in this process, for a server with one process. */
export function memoryTasks(): TaskStore {
  const kept = new Map<string, TaskState>();
  return {
    async add(state) {
      setTimeout(() => kept.delete(state.taskId), state.ttlMs).unref();
      kept.set(state.taskId, state);
    },
    get: async (taskId) => kept.get(taskId),
    async change(taskId, change) {
      const state = kept.get(taskId);
      if (state?.status === "working") kept.set(taskId, changedTask(state, change));
      return kept.get(taskId);
    },
  };
}
