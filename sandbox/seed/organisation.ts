import { createPolicy } from "../behaviour/escalation-policies.js";
import { createSchedule } from "../behaviour/rotations.js";
import type { Fields, Item } from "../store/store.js";
import { slugOf } from "../store/crud.js";
import { refTo, type World } from "../world.js";
import { person } from "./foundation.js";
import { dependencies, environments, functionalities, people, teams, type TeamSeed } from "./words.js";

/** People, teams with schedules and policies, and the catalogue of services. */
export function plantOrganisation(world: World): void {
  people.slice(1).forEach((name, index) => world.add("users", { ...person(name), account_id: 1002 + index }));
  for (const [name, description] of environments) {
    world.add("environments", { name, slug: slugOf(name), description, services: [], functionalities: [] });
  }
  teams.forEach((team, index) => plantTeam(team, index, world));
  plantDependencies(world);
  plantFunctionalities(world);
  plantMatrix(world);
}

/** The item of a collection with a name. */
export function named(collection: string, name: string, world: World): Item {
  const found = world.store.all(collection).find(({ data }) => data.name === name || data.slug === name);
  if (!found) throw new Error(`The seed has no ${name} in ${collection}.`);
  return found;
}

/** The first item of a collection, which every seed has. */
export function firstOf(collection: string, world: World): Item {
  const [first] = world.store.all(collection);
  if (!first) throw new Error(`The seed has nothing in ${collection}.`);
  return first;
}

function plantTeam(seed: TeamSeed, index: number, world: World): void {
  const members = world.store.all("users").slice(index * 4, index * 4 + 4);
  const [commander] = world.store.all("incident_roles");
  const memberships = members.map((user, place) => ({
    user_id: user.id,
    user: refTo(user),
    default_incident_role: place === 0 && commander ? refTo(commander) : null,
  }));
  const slug = slugOf(seed.name);
  const team = world.add("teams", {
    name: seed.name,
    slug,
    description: seed.description,
    memberships,
    created_by: world.author(),
    in_support_hours: true,
    slack_channel: { id: world.random.uuid(), name: `#${slug}`, slack_channel_id: `C0${index}TEAM` },
  });
  const schedule = createSchedule(team, scheduleOf(seed, members, index), world);
  const [lead] = members;
  const steps: Fields[] = [
    { targets: [{ id: schedule.id, type: "OnCallSchedule" }], timeout: "PT5M" },
    { targets: [{ id: lead?.id, type: "User" }], timeout: "PT10M" },
    { targets: [{ id: team.id, type: "EntireTeam" }], timeout: "PT15M" },
  ];
  createPolicy(
    team,
    {
      name: `${seed.name} escalation`,
      description: `Who is called when ${seed.name} is paged.`,
      default: true,
      repetitions: 1,
      steps,
    },
    world,
  );
  for (const service of seed.services) plantService(service, team, world);
  const rule = {
    name: `${seed.name}: high error rate`,
    expression: `signal.tags.exists(tag, tag == "team:${slug}") && signal.level == "ERROR"`,
  };
  const target = {
    id: schedule.id,
    type: "OnCallSchedule",
    name: schedule.data.name,
    team_id: team.id,
    is_pageable: true,
  };
  world.add(
    "teams/signal_rules",
    { ...rule, target, create_incident_condition_when: "WHEN_UNSPECIFIED", created_by: world.author() },
    { team_id: team.id },
  );
}

function scheduleOf(seed: TeamSeed, members: readonly Item[], index: number): Fields {
  const daily = index % 3 === 1;
  return {
    name: `${seed.name} on call`,
    description: `First line of ${seed.name}.`,
    time_zone: index % 2 ? "America/New_York" : "Europe/Berlin",
    members: members.map(({ id }) => ({ user_id: id })),
    strategy: {
      type: daily ? "daily" : "weekly",
      handoff_time: "09:00:00",
      handoff_day: daily ? null : "monday",
    },
  };
}

function plantService(
  [name, tier, description]: TeamSeed["services"][number],
  team: Item,
  world: World,
): void {
  const [production, eu, staging] = world.store.all("environments").map(refTo);
  const home = tier <= 1 ? [production, eu, staging] : [production, staging];
  world.add("services", {
    name,
    slug: slugOf(name),
    description,
    service_tier: tier,
    owner: refTo(team),
    teams: [refTo(team)],
    environments: home,
    functionalities: [],
    labels: {
      language: world.random.pick(["go", "kotlin", "typescript", "python"]),
      team: slugOf(String(team.data.name)),
    },
    links: [
      {
        id: world.random.uuid(),
        name: "Dashboard",
        href_url: `https://graphs.lighthouse-goods.example/${slugOf(name)}`,
        icon_url: null,
      },
    ],
    external_resources: [],
    checklists: [],
    alert_on_add: false,
    auto_add_responding_team: tier <= 1,
    updated_by: world.author(),
    last_import: {
      state: "imported",
      imported_at: world.stamp(world.now().getTime() - 86_400_000),
      remote_id: slugOf(name),
      import_errors: [],
    },
  });
}

function plantDependencies(world: World): void {
  for (const [from, to] of dependencies) {
    const [service, connected] = [named("services", from, world), named("services", to, world)];
    const fields = {
      service_id: service.id,
      connected_service_id: connected.id,
      notes: `${from} calls ${to}.`,
    };
    world.add("service_dependencies", {
      ...fields,
      service: refTo(service),
      connected_service: refTo(connected),
    });
  }
}

function plantFunctionalities(world: World): void {
  for (const [name, description, services] of functionalities) {
    const owners = services.map((service) => named("services", service, world));
    const fields = {
      name,
      slug: slugOf(name),
      description,
      services: owners.map(refTo),
      owner: owners[0]?.data.owner,
      labels: {},
      links: [],
      teams: [],
      service_tier: 1,
    };
    const production = named("environments", "Production", world);
    world.add("functionalities", { ...fields, environments: [refTo(production)], external_resources: [] });
  }
}

/** The severity matrix: the severity for each condition of a customer journey. */
function plantMatrix(world: World): void {
  const severities = ["SEV3", "SEV1", "SEV4", "SEV5"];
  world.store.all("functionalities").forEach((functionality, position) => {
    const impact = world.add("severity_matrix/impacts", {
      name: functionality.data.name,
      type: "functionality",
      affects_id: functionality.id,
      position,
    });
    world.store.all("severity_matrix/conditions").forEach((condition, index) =>
      world.add("severity_matrix/cells", {
        severity: severities[index],
        condition_id: condition.id,
        impact_id: impact.id,
        impact_type: "functionality",
      }),
    );
  });
}
