import { catalogueTasks } from "./catalogue.js";
import { correctionTasks } from "./corrections.js";
import { declaringTasks } from "./declaring.js";
import { followUpTasks } from "./follow-up.js";
import { headlineTasks } from "./headline.js";
import { impactTasks } from "./impact.js";
import { lifecycleTasks } from "./lifecycle.js";
import { onCallTasks } from "./on-call.js";
import { pagingTasks } from "./paging.js";
import { retrospectiveTasks } from "./retrospectives.js";
import { reviewTasks } from "./reviews.js";
import { roleTasks } from "./roles.js";
import { settingsTasks } from "./settings.js";
import type { Task } from "./task.js";
import { tellingTasks } from "./telling.js";
import { troubleTasks } from "./troubles.js";

/** All tasks, in the order of a run. */
export const tasks: readonly Task[] = [
  ...headlineTasks,
  ...declaringTasks,
  ...correctionTasks,
  ...impactTasks,
  ...lifecycleTasks,
  ...tellingTasks,
  ...onCallTasks,
  ...pagingTasks,
  ...roleTasks,
  ...reviewTasks,
  ...retrospectiveTasks,
  ...followUpTasks,
  ...catalogueTasks,
  ...settingsTasks,
  ...troubleTasks,
];
