/**
 * Phrases that are one word to search, in lower case with single spaces. A status page is not a page that wakes people,
 * so the two must not share a word.
 */
export const phrases: Readonly<Record<string, string>> = {
  "on call": "oncall",
  "status page": "statuspage",
  "status pages": "statuspage",
  "post mortem": "retrospective",
  "post mortems": "retrospective",
  "post incident": "retrospective",
  "hand over": "handoff",
  "hand off": "handoff",
  "time line": "timeline",
  "run book": "runbook",
  "run books": "runbook",
  "play book": "runbook",
  "follow up": "followup",
  "follow ups": "followup",
  "action item": "followup",
  "action items": "followup",
  "to do": "todo",
  "web hook": "webhook",
  "web hooks": "webhook",
  "planned work": "maintenance",
  "audit log": "audit",
  "audit trail": "audit",
};

/** Words that say nothing of what a tool does. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a an and any are as at be been but by can could did do does for from had has have he her here him his how i if " +
    "in into is it its just like me my need of off on or our out please she should so some than that the their them " +
    "then there these they this those to too up us want was we were what when where which while who whom whose why " +
    "will with would you your"
  ).split(" "),
);

/**
 * Words that mean about the same to someone on call, by concept. A word finds its own documents first and those of its
 * concept after; a word may stand in several concepts.
 */
export const concepts: Readonly<Record<string, string>> = {
  create: "create add new make open declare start raise begin file register set up spin",
  update: "update change edit modify rename set correct fix adjust bump move replace amend reword",
  remove: "delete remove drop erase rid undo discard clear",
  list: "list all every show see which find browse overview search",
  read: "get show see details look read view fetch",
  close: "close end finish complete resolve done finished over fixed",
  notify: "page alert wake notify ring summon call reach ping phone",
  incident: "incident outage sev fire emergency",
  retrospective: "retrospective retro postmortem review lessons",
  oncall: "oncall duty rota rotation shift schedule roster carrying pager",
  impact: "impact affected impacted down broken degraded unhealthy outage hit failing",
  metric:
    "metric metrics mttr mttd mtta mean average statistics stats trend numbers analytics report measure",
  person: "user users person people member engineer teammate responder staff colleague",
  team: "team teams squad folks group crew",
  service: "service services component system app application",
  severity: "severity severities sev sev1 sev2 sev3",
  customer: "customer customers public subscriber subscribers external",
  followup: "followup task tasks todo ticket remediation",
  note: "note notes comment comments message post update tell announce",
  timeline: "timeline event events history chronicle happened log",
  silence: "mute silence snooze suppress quiet acknowledge ack",
  escalate: "escalate escalation policy ladder tier",
  change: "deploy deployment release change rollout shipped",
  maintenance: "maintenance planned downtime window",
  role: "role commander lead ic lead scribe assign assignment assignee running",
  runbook: "runbook playbook workflow automation procedure steps checklist",
  cover: "override swap cover substitute replace shift",
  secret: "token key credential password",
  similar: "similar related like before seen",
  chat: "slack teams channel zoom call bridge conference chat",
};
