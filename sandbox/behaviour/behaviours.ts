import type { Handlers } from "../store/call.js";
import type { ComputedFields } from "../world.js";
import { accountHandlers } from "./account.js";
import { alertHandlers } from "./alerts.js";
import { assignmentHandlers } from "./assignments.js";
import { audienceHandlers } from "./audiences.js";
import { catalogFields, catalogHandlers } from "./catalog.js";
import { escalationPolicyHandlers } from "./escalation-policies.js";
import { funnelHandlers } from "./funnels.js";
import { impactHandlers } from "./impacts.js";
import { incidentFields } from "./incident-fields.js";
import { incidentHandlers } from "./incidents.js";
import { incomingSignalHandlers } from "./incoming-signals.js";
import { integrationFields, integrationHandlers } from "./integrations.js";
import { maintenanceHandlers } from "./maintenances.js";
import { metricHandlers } from "./metrics.js";
import { milestoneHandlers } from "./milestones.js";
import { onCallFields, onCallHandlers } from "./on-call.js";
import { pagingHandlers } from "./paging.js";
import { postMortemHandlers } from "./post-mortems.js";
import { rankHandlers } from "./ranks.js";
import { relationshipHandlers } from "./relationships.js";
import { retrospectiveFields, retrospectiveHandlers } from "./retrospectives.js";
import { runbookFields, runbookHandlers } from "./runbooks.js";
import { scimHandlers } from "./scim.js";
import { settingsFields, settingsHandlers } from "./settings.js";
import { analyticsHandlers } from "./signal-analytics.js";
import { signalFields, signalHandlers } from "./signals.js";
import { statusPageFields, statusPageHandlers } from "./status-pages.js";
import { taskFields, taskHandlers } from "./tasks.js";
import { timelineHandlers } from "./timeline.js";

/** Everything that FireHydrant does besides storing records, by operation key. */
export const behaviours: Handlers = {
  ...accountHandlers,
  ...alertHandlers,
  ...analyticsHandlers,
  ...assignmentHandlers,
  ...audienceHandlers,
  ...catalogHandlers,
  ...escalationPolicyHandlers,
  ...funnelHandlers,
  ...impactHandlers,
  ...incidentHandlers,
  ...incomingSignalHandlers,
  ...integrationHandlers,
  ...maintenanceHandlers,
  ...metricHandlers,
  ...milestoneHandlers,
  ...onCallHandlers,
  ...pagingHandlers,
  ...postMortemHandlers,
  ...rankHandlers,
  ...relationshipHandlers,
  ...retrospectiveHandlers,
  ...runbookHandlers,
  ...scimHandlers,
  ...settingsHandlers,
  ...signalHandlers,
  ...statusPageHandlers,
  ...taskHandlers,
  ...timelineHandlers,
};

/** All fields that are computed instead of stored. */
export const computedFields: ComputedFields = {
  ...catalogFields,
  ...incidentFields,
  ...integrationFields,
  ...onCallFields,
  ...retrospectiveFields,
  ...runbookFields,
  ...settingsFields,
  ...signalFields,
  ...statusPageFields,
  ...taskFields,
};
