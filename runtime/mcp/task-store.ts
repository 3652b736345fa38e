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

/** Stores the states of one server's tasks until they expire. */
export interface TaskStore {
  /** Replaces the older state of the same task. */
  put(state: TaskState): Promise<void>;
  get(taskId: string): Promise<TaskState | undefined>;
}

/** Stores tasks in this process, for a server with one process. */
export function memoryTasks(): TaskStore {
  const kept = new Map<string, TaskState>();
  return {
    async put(state) {
      if (!kept.has(state.taskId)) setTimeout(() => kept.delete(state.taskId), state.ttlMs).unref();
      kept.set(state.taskId, state);
    },
    get: async (taskId) => kept.get(taskId),
  };
}
