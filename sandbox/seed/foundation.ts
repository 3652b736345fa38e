import { propertiesOf } from "../contract/fit.js";
import { Ref, type Fields } from "../store/store.js";
import type { World } from "../world.js";

/**
 * Everything that a new account has: lifecycle, severities, priorities, impact conditions, and the owner of its API
 * key.
 */
export function plantFoundation(world: World): void {
  world.add("users", { ...person("Ines Albrecht"), account_id: 1001, role: "owner" });
  for (const [slug, color, description] of severities) {
    world.add("severities", {
      id: slug,
      slug,
      color,
      description,
      position: severities.findIndex(([s]) => s === slug),
      system_record: slug in systemTypes,
      type: systemTypes[slug] ?? "standard",
      allowed_role_ids: [],
    });
  }
  priorities.forEach(([slug, description], position) =>
    world.add("priorities", { id: slug, slug, description, position, default: slug === "P3" }),
  );
  ["Degraded", "Unavailable", "Bug", "Operational"].forEach((name, position) =>
    world.add("severity_matrix/conditions", { name, position }),
  );
  plantLifecycle(world);
  plantRoles(world);
  world.add("catalogs", { name: "Service catalogue", state: "completed", stuck: false });
  world.add("catalogs", { name: "Legacy catalogue", state: "preprocessing", stuck: true });
}

/** A user's fields, made from a name. */
export function person(name: string): Fields {
  const plain = name
    .normalize("NFD")
    .replaceAll(/[^a-zA-Z ]/g, "")
    .toLowerCase();
  return {
    name,
    email: `${plain.replaceAll(" ", ".")}@lighthouse-goods.example`,
    role: "member",
    "slack_linked?": true,
    signals_enabled_notification_types: ["push", "email"],
  };
}

const severities = [
  ["SEV1", "red", "Customers can't buy, or data is being lost."],
  ["SEV2", "orange", "A large part of the shop is badly hit."],
  ["SEV3", "yellow", "Some customers notice; there is a way around."],
  ["SEV4", "blue", "Hardly anyone notices."],
  ["SEV5", "teal", "Worth fixing, not urgent."],
  ["UNSET", "grey", "Not decided yet."],
  ["GAMEDAY", "green", "Practice; does not count in metrics."],
  ["MAINTENANCE", "grey", "Planned work."],
] as const;

/** The severities that every account has. */
const systemTypes: Readonly<Record<string, string>> = {
  UNSET: "unset",
  GAMEDAY: "gameday",
  MAINTENANCE: "maintenance",
};

const priorities = [
  ["P1", "Now, whatever the hour."],
  ["P2", "Today."],
  ["P3", "This week."],
  ["P4", "When there is time."],
] as const;

const phases = [
  [
    "Started",
    "started",
    [
      ["Started", "started"],
      ["Detected", "detected"],
      ["Acknowledged", "acknowledged"],
    ],
  ],
  [
    "Active",
    "active",
    [
      ["Investigating", "investigating"],
      ["Identified", "identified"],
      ["Mitigated", "mitigated"],
    ],
  ],
  [
    "Post-incident",
    "post_incident",
    [
      ["Resolved", "resolved"],
      ["Retrospective started", "retrospective_started"],
      ["Retrospective completed", "retrospective_completed"],
    ],
  ],
  ["Closed", "closed", [["Closed", "closed"]]],
] as const;

const measurements = [
  ["Time to detection", "mttd", "detected"],
  ["Time to acknowledgement", "mtta", "acknowledged"],
  ["Time to mitigation", "mttm", "mitigated"],
  ["Time to resolution", "mttr", "resolved"],
] as const;

function plantLifecycle(world: World): void {
  const ids = new Map<string, string>();
  phases.forEach(([name, type, milestones], position) => {
    const phase = world.add("lifecycles/phases", { name, type, position, description: `${name} phase` });
    milestones.forEach(([title, slug], place) => {
      const auto_assign_timestamp_on_create =
        slug === "started" ? "always_set_on_create" : "never_set_on_create";
      const fields = {
        name: title,
        slug,
        position: place,
        phase_id: phase.id,
        description: title,
        auto_assign_timestamp_on_create,
      };
      ids.set(slug, world.add("lifecycles/milestones", fields).id);
    });
  });
  for (const [name, slug, end] of measurements) {
    const fields = {
      name,
      slug,
      starts_at_milestone_id: ids.get("started"),
      ends_at_milestone_id: ids.get(end),
    };
    world.add("lifecycles/measurement_definitions", { ...fields, description: name });
  }
}

const incidentRoles = [
  ["Commander", "Leads the response and decides."],
  ["Communication", "Keeps customers and colleagues informed."],
  ["Operations", "Works on the cause."],
  ["Scribe", "Writes down what happens."],
] as const;

/** All permissions that the contract allows for a role. */
function permissionsOf(world: World): string[] {
  const body = world.contract.operations.get("POST /v1/roles")?.body;
  const { permissions } = (body && propertiesOf(body)) ?? {};
  return (permissions?.items?.enum ?? []).map(String);
}

function plantRoles(world: World): void {
  for (const [name, summary] of incidentRoles)
    world.add("incident_roles", { name, summary, description: summary, discarded_at: null });
  for (const slug of permissionsOf(world)) {
    const [verb = "", ...rest] = slug.split("_");
    world.add("permissions", {
      id: slug,
      slug,
      display_name: slug.replaceAll("_", " "),
      description: `May ${verb} ${rest.join(" ")}.`,
      category_slug: rest.join("_"),
      category_display_name: rest.join(" "),
      available: true,
      dependency_slugs: [],
    });
  }
  const slugs = permissionsOf(world);
  for (const [name, verbs] of builtInRoles) {
    world.add("roles", {
      name,
      slug: name.toLowerCase(),
      description: `${name} of the account`,
      built_in: true,
      read_only: true,
      permissions: slugs.filter((slug) => verbs.test(slug)).map((slug) => new Ref("permissions", slug)),
    });
  }
}

/** The roles of every account, and the permissions that each has. */
const builtInRoles = [
  ["Owner", /^/],
  ["Member", /^(read|create|update|respond|claim)_/],
  ["Viewer", /^read_/],
] as const;
