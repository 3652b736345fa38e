import { catalogueScenarios } from "./catalogue.js";
import { correctionScenarios } from "./corrections.js";
import { declaringScenarios } from "./declaring.js";
import { followUpScenarios } from "./follow-up.js";
import { headlineScenarios } from "./headline.js";
import { impactScenarios } from "./impact.js";
import { lifecycleScenarios } from "./lifecycle.js";
import { onCallScenarios } from "./on-call.js";
import { pagingScenarios } from "./paging.js";
import { retrospectiveScenarios } from "./retrospectives.js";
import { reviewScenarios } from "./reviews.js";
import { roleScenarios } from "./roles.js";
import { settingsScenarios } from "./settings.js";
import type { Scenario } from "./scenario.js";
import { tellingScenarios } from "./telling.js";
import { troubleScenarios } from "./troubles.js";

/** All scenarios, in the order of a run. */
export const scenarios: readonly Scenario[] = [
  ...headlineScenarios,
  ...declaringScenarios,
  ...correctionScenarios,
  ...impactScenarios,
  ...lifecycleScenarios,
  ...tellingScenarios,
  ...onCallScenarios,
  ...pagingScenarios,
  ...roleScenarios,
  ...reviewScenarios,
  ...retrospectiveScenarios,
  ...followUpScenarios,
  ...catalogueScenarios,
  ...settingsScenarios,
  ...troubleScenarios,
];
