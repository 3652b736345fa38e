import type { ToolResult } from "./result.js";

/** A task as the extension has it. */
export interface TaskState {
  readonly taskId: string;
  readonly status: "working" | "completed" | "failed" | "cancelled";
  readonly createdAt: string;
  readonly lastUpdatedAt: string;
  /** Milliseconds from its creation until it is forgotten. */
  readonly ttlMs: number;
  readonly pollIntervalMs: number;
  /** Of a completed one: what the call would have answered. */
  readonly result?: ToolResult;
  /** Of a failed one: the protocol's error that the call would have been answered with. */
  readonly error?: { readonly code: number; readonly message: string };
}

/** Keeps the states of one server's tasks until their time is over. */
export interface TaskStore {
  /** Keeps a state in place of an older one of the same task. */
  put(state: TaskState): Promise<void>;
  get(taskId: string): Promise<TaskState | undefined>;
}

/** Keeps tasks in this process, for a server that is one process. */
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
