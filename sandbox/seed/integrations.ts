import type { Item } from "../store/store.js";
import type { World } from "../world.js";
import { named } from "./organisation.js";

const integrations = ["Slack", "Zoom", "Jira", "Statuspage", "AWS", "Datadog"];

/** The slug of FireHydrant's own status pages. */
const ownPages = "nunc";

/** The third-party tools that the company uses. */
export function plantIntegrations(world: World): void {
  plantIntegration("FireHydrant status pages", ownPages, world);
  for (const name of integrations) {
    const slug = name.toLowerCase();
    const integration = plantIntegration(name, slug, world);
    world.add("integrations/connections", {
      integration_slug: slug,
      integration_id: integration.id,
      display_name: `${name} of Lighthouse Goods`,
      details: {},
      authorized_by: world.author().name,
      authorized_by_id: world.author().id,
    });
  }
  plantStatuspage(world);
  plantAws(world);
  plantSlack(world);
}

function plantStatuspage(world: World): void {
  const conditions = world.store.all("severity_matrix/conditions");
  world.add("integrations/statuspage/connections", {
    page_id: "lhg",
    page_name: "Lighthouse Goods status",
    severities: [],
    milestone_mappings: [],
    conditions: conditions.map(({ id, data }) => ({
      condition_id: id,
      condition_name: data.name,
      statuspageio_condition: "degraded_performance",
    })),
  });
}

function plantAws(world: World): void {
  const environment = named("environments", "Production", world);
  const aws = world.add("integrations/aws/connections", {
    aws_account_id: "000000000000",
    target_arn: "arn:aws:iam::000000000000:role/practice",
    connection_status: "validated",
    environment_id: environment.id,
    environment_name: environment.data.name,
    external_id: "practice",
    regions: ["eu-central-1"],
  });
  world.add("integrations/aws/cloudtrail_batches", {
    connection_id: aws.id,
    starts_at: world.stamp(),
    ends_at: world.stamp(),
    events_created: 3,
    status: "successful",
  });
}

function plantSlack(world: World): void {
  const slack = world.store
    .all("integrations/connections")
    .find(({ data }) => data.integration_slug === "slack") as Item;
  world.add(
    "integrations/slack/connections/emoji_actions",
    { emoji_name: "fire", incident_type_id: null },
    { connection_id: slack.id },
  );
  world.add("integrations/slack/workspaces", { name: "Lighthouse Goods", team_id: "T0PRACTICE" });
  world.add("integrations/slack/usergroups", { name: "On call", handle: "oncall", is_disabled: false });
  world.add(
    "integrations/authed_providers",
    {
      authorized_email: "ines.albrecht@lighthouse-goods.example",
      integration_default: true,
      is_expired: false,
      user: { id: world.author().id, name: world.author().name },
    },
    { connection_id: slack.id },
  );
}

function plantIntegration(name: string, slug: string, world: World): Item {
  return world.add("integrations", {
    name,
    slug,
    description: `Connects ${name}.`,
    enabled: true,
    installed: true,
    deprecated: false,
    setup_url: `https://app.firehydrant.example/${slug}`,
    logo: { logo_url: `https://app.firehydrant.example/${slug}.svg` },
  });
}
