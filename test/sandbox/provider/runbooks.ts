import { expect } from "vitest";
import type { Loose } from "../kit/loose.js";
import { checksOfLife, fresh, refused, seeded, send, type Checks, type Life } from "./kit.js";

const path = "/v1/runbooks";
const action = seeded("runbooks/actions");
const step = {
  name: "Open a channel",
  action_id: action.id,
  config: { channel_name_format: "inc-{{ number }}" },
};
const byHand = { logic: { manually: [{ var: "when_invoked" }] }, user_data: {} };
const atMilestone = {
  logic: { eq: [{ var: "incident_current_milestone" }, { var: "usr.1" }] },
  user_data: { "1": { type: "Milestone", value: "resolved", label: "Resolved" } },
};
const base = (): Loose => ({ name: fresh("runbook"), type: "incident", description: "", severities: [] });

const runbook: Life = {
  path,
  required: () => ({ ...base(), attachment_rule: byHand, steps: [step] }),
  full: () => ({
    ...base(),
    description: "When it is over",
    auto_attach_to_restricted_incidents: true,
    owner: { id: seeded("teams").id },
    attachment_rule: atMilestone,
    steps: [
      { ...step, automatic: true, repeats: true, repeats_duration: "PT15M", rule: atMilestone },
      { ...step, name: "Tell them" },
    ],
  }),
  cleared: () => ({
    name: fresh("runbook"),
    description: "",
    auto_attach_to_restricted_incidents: false,
    attachment_rule: byHand,
    steps: [{ ...step, automatic: false }],
  }),
  update: "PUT",
  shows: ({ severities: _, ...shown }) => shown,
  listShows: ({ name, description }) => ({ name, description }),
  list: ({ name }) => `${path}?name=${name}`,
};

const actionsOf = async (type: string): Promise<Loose[]> =>
  (await send("GET", `${path}/actions?type=${type}&per_page=100&lite=true`)).data;

export const runbookChecks: Checks = {
  ...checksOfLife("runbook", runbook),
  "runbook: a step's settings that are not an object are refused": async () => {
    await refused("POST", path, { ...base(), steps: [{ ...step, config: "{not json" }] });
  },
  "runbook: an attachment rule that is not JSON is refused": async () => {
    await refused("POST", path, { ...base(), attachment_rule: { logic: "{not json" } });
  },
  "runbook: a step's rule that is not JSON is refused": async () => {
    await refused("POST", path, { ...base(), steps: [{ ...step, rule: { logic: "{not json" } }] });
  },
  "runbook: a step that repeats needs the time between repeats": async () => {
    await refused("POST", path, { ...base(), steps: [{ ...step, repeats: true }] });
  },
  "runbook action: is found by its slug and its integration": async () => {
    const found = (await actionsOf("incident")).filter((one) => one.slug === "notify_channel");
    expect(found.map((one) => one.integration.slug)).toContain("slack");
  },
  "runbook action: shows its id, name, slug and integration": async () => {
    const text = expect.any(String);
    for (const one of await actionsOf("incident"))
      expect(one).toMatchObject({ id: text, name: text, slug: text, integration: { slug: text } });
  },
  "runbook action: one slug may belong to several integrations": async () => {
    const slugs = (await actionsOf("incident")).map((one) => one.slug);
    expect(slugs.length).toBeGreaterThan(new Set(slugs).size);
  },
};
