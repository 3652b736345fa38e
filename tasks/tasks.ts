import { correctionTasks } from "./corrections.js";
import { declaringTasks } from "./declaring.js";
import { headlineTasks } from "./headline.js";
import { impactTasks } from "./impact.js";
import { lifecycleTasks } from "./lifecycle.js";
import type { Task } from "./task.js";

/** All tasks, in the order in which they are run. */
export const tasks: readonly Task[] = [
  ...headlineTasks,
  ...declaringTasks,
  ...correctionTasks,
  ...impactTasks,
  ...lifecycleTasks,
];
