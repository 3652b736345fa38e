import { describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { contract, index, lastName, schemasOf, tools, type Schema } from "../all-tools.js";

/** The source of a fact: FireHydrant's Terraform provider, its public documentation, or agents at work. */
type Source = "provider" | "documentation" | "contract" | "agents";

interface Fact {
  readonly tool: string;
  /** The argument whose description has the fact; by default the tool's description. */
  readonly argument?: string;
  readonly says: readonly RegExp[];
  readonly never?: RegExp;
  readonly source: Source;
}

const bothOf = (tools: readonly string[], fact: Omit<Fact, "tool">): Fact[] =>
  tools.map((tool) => ({ tool, ...fact }));

const facts: readonly Fact[] = [
  ...bothOf(["create_runbook", "update_runbook"], {
    argument: "steps",
    says: [/start together/, /previous-step condition/],
    never: /order of execution/,
    source: "documentation",
  }),
  ...bothOf(["create_runbook", "update_runbook"], {
    says: [/at any point of/, /open ones included/],
    never: /future incidents/,
    source: "documentation",
  }),
  {
    tool: "update_runbook",
    argument: "steps",
    says: [/replaces the whole list/, /get_runbook/],
    source: "agents",
  },
  ...bothOf(["create_runbook", "update_runbook"], {
    argument: "attachment_rule",
    says: [
      /empty rule, or none, may attach/,
      /by hand only: logic \{"manually":\[\{"var":"when_invoked"\}\]\}/,
    ],
    source: "provider",
  }),
  ...bothOf(["create_runbook", "update_runbook"], {
    argument: "attachment_rule.logic",
    says: [/such as \{"eq":/],
    source: "provider",
  }),
  ...bothOf(["create_runbook", "update_runbook"], {
    argument: "attachment_rule.user_data",
    says: [/such as \{"1":\{"type":"Milestone"/],
    source: "provider",
  }),
  {
    tool: "create_incident",
    argument: "runbook_ids",
    says: [/attaching one runs it/, /list_runbook_executions shows the run/],
    source: "documentation",
  },
  {
    tool: "create_page",
    argument: "target_type",
    says: [
      /Team pages by its default escalation policy/,
      /without one notifies nobody/,
      /EscalationPolicy.*surer/,
    ],
    source: "documentation",
  },
  {
    tool: "create_team_on_call_schedule",
    argument: "rotations[].start_time",
    says: [/first shift/, /every strategy/, /No answer shows it/],
    never: /custom strategy/,
    source: "provider",
  },
  {
    tool: "create_team_on_call_schedule",
    argument: "start_time",
    says: [/first shift/, /every strategy/, /no answer shows it/],
    source: "provider",
  },
  {
    tool: "update_team_on_call_schedule",
    argument: "members",
    says: [/replaces the whole list/, /Left out or \[\], it clears/, /send those who stay/],
    source: "provider",
  },
  {
    tool: "update_team",
    argument: "memberships",
    says: [/replaces the whole list/],
    never: /probably/,
    source: "provider",
  },
  {
    tool: "update_team",
    argument: "memberships[].incident_role_id",
    says: [/left out, the role is lost/],
    source: "provider",
  },
  {
    tool: "update_on_call_schedule_rotation",
    argument: "effective_at",
    says: [/away from a hand-off/i, /past ones too/, /on call now/, /next hand-off/],
    source: "provider",
  },
  {
    tool: "preview_on_call_schedule_rotation",
    argument: "strategy",
    says: [/Left out, the preview shows weekly shifts/],
    source: "agents",
  },
  {
    tool: "create_service_dependency",
    says: [/service_id depends on connected_service_id/],
    source: "provider",
  },
  {
    tool: "get_service_dependencies",
    says: [
      /child_service_dependencies: what it depends on/,
      /parent_service_dependencies: what depends on it/,
    ],
    never: /usually/,
    source: "provider",
  },
  {
    tool: "create_incident",
    says: [/an organization can require more/],
    never: /Only a name is needed/,
    source: "documentation",
  },
  {
    tool: "create_incident",
    argument: "severity",
    says: [/severity matrix gives/, /else UNSET/, /GAMEDAY does not count in metrics/],
    source: "documentation",
  },
  ...bothOf(["create_priority", "update_priority", "create_severity", "update_severity"], {
    argument: "slug",
    says: [/letters and digits only, at most 23/],
    source: "provider",
  }),
  ...bothOf(["create_priority", "update_priority"], {
    argument: "default",
    says: [/there is one/, /takes it from the former/],
    source: "provider",
  }),
  {
    tool: "create_webhook",
    says: [/only for the events in its subscriptions/, /No tool sets those/],
    source: "documentation",
  },
  ...bothOf(["create_signals_email_target", "update_signals_email_target"], {
    argument: "allowed_senders",
    says: [/whole domains/],
    source: "provider",
  }),
  {
    tool: "create_signals_email_target",
    argument: "rule_matching_strategy",
    says: [/Default: all/],
    source: "provider",
  },
  ...bothOf(["create_team_escalation_policy", "update_team_escalation_policy"], {
    argument: "steps[].timeout",
    says: [/last step needs it too/, /before a repetition, the handoff or the end/],
    source: "provider",
  }),
  ...bothOf(["create_team_escalation_policy", "update_team_escalation_policy"], {
    argument: "repetitions",
    says: [/2 makes three runs/],
    source: "documentation",
  }),
  ...bothOf(["create_team_escalation_policy", "update_team_escalation_policy"], {
    says: [/nobody on call is skipped at once/],
    source: "documentation",
  }),
  ...bothOf(["create_post_mortem_report", "create_incident_retrospective"], {
    says: [/Which kind the organization uses shows in its incidents: get_incident has a report_id/],
    never: /older|newer/,
    source: "agents",
  }),
  ...bothOf(["create_post_mortem_report", "list_post_mortem_reports"], {
    says: [/named after i/],
    source: "agents",
  }),
  { tool: "list_retrospectives", says: [/carry no incident id/], never: /newer/, source: "contract" },
  ...bothOf(["create_team_signal_rule", "update_team_signal_rule"], {
    argument: "expression",
    says: [/signal\.summary/, /signal\.level/, /signal\.tags/, /such as signal\./],
    source: "documentation",
  }),
  { tool: "create_incident_task", says: [/during the response/, /type follow_up/], source: "documentation" },
  { tool: "create_ticket", says: [/follow_up is work for after/], source: "documentation" },
  ...bothOf(
    [
      "create_signals_email_target",
      "update_signals_email_target",
      "create_team_escalation_policy",
      "update_team_escalation_policy",
    ],
    { says: [/quick\s+succession can answer 500; after some seconds/], source: "provider" },
  ),
  { tool: "list_incident_metrics", says: [/in seconds/, /ISO 8601/], source: "contract" },
  { tool: "create_incident_note", says: [/list_incident_events shows its visibility/], source: "contract" },
  {
    tool: "list_incident_metrics",
    argument: "sort_limit",
    says: [/How many groups to keep/, /Ignored without by, or with by total/],
    source: "contract",
  },
  ...["sort_field", "sort_direction"].map((argument): Fact => {
    return { tool: "list_incident_metrics", argument, says: [/Ignored without by/], source: "contract" };
  }),
  {
    tool: "list_runbooks",
    argument: "order_direction",
    says: [/Ignored without order_by/],
    source: "documentation",
  },
  ...bothOf(["update_team_on_call_schedule", "update_on_call_schedule_rotation"], {
    argument: "effective_at",
    says: [/Turns begin again there with the first member/],
    source: "agents",
  }),
  { tool: "list_services", says: [/with lite, one answer holds many more/], source: "agents" },
  { tool: "list_runbook_executions", says: [/no filter by incident/, /executed_for\.id/], source: "agents" },
  { tool: "list_incidents", argument: "severities", says: [/one or several/], source: "agents" },
  { tool: "list_incidents", argument: "status", says: [/active, inactive/], source: "agents" },
];

describe("facts", () => {
  it.each(facts.map((fact) => [`${fact.tool} ${fact.argument ?? ""}`.trim(), fact.source, fact] as const))(
    "%s, from %s",
    (_, _source, { tool, argument, says, never }) => {
      const words = wordsOf(tool, argument);
      expect(says.filter((wanted) => !wanted.test(words)).map(String)).toEqual([]);
      if (never !== undefined) expect(words).not.toMatch(never);
    },
  );
});

describe("descriptions", () => {
  it("list the values of an argument with a closed set", () => {
    const open = everyArgument(({ schema }) => takesText(schema)).filter(({ path }) =>
      CLOSED.test(lastName(path)),
    );
    const unlisted = open.filter(({ tool, path, words }) => {
      return !/\bFrom [a-z_]+/.test(words) && openSets[`${tool} ${path}`] === undefined;
    });
    expect(unlisted.map(({ tool, path }) => `${tool} ${path}`)).toEqual([]);
  });

  it("are exempt only for existing arguments that list no values", () => {
    const known = new Set(everyArgument(({ schema }) => takesText(schema)).map(named));
    expect(Object.keys(openSets).filter((name) => !known.has(name))).toEqual([]);
  });

  it("of a list mention limit and cursor, or say that one answer has all items", () => {
    const silent = tools.filter(({ name, description, inputSchema }) => {
      if (!name.startsWith("list_") || aggregates.has(name)) return false;
      const pages = "limit" in inputSchema.properties && "cursor" in inputSchema.properties;
      return pages === /One answer holds all/.test(description);
    });
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it("of a list that says one answer has all items fit a contract without pages", () => {
    const paged = tools.filter(
      ({ name, description }) => /One answer holds all/.test(description) && declaresPages(name),
    );
    expect(paged.map(({ name }) => name)).toEqual([]);
  });

  it("of an update say for each list or map whether it replaces, adds or removes", () => {
    const silent = everyArgument(
      ({ tool, path, schema }) =>
        /^(PATCH|PUT) /.test(index[tool]!.operation) && !path.includes("[]") && holdsSeveral(schema),
    ).filter(({ tool, path, words }) => {
      const outer = path.includes(".") ? wordsOf(tool, path.slice(0, path.lastIndexOf("."))) : "";
      return !CHANGES.test(words) && !CHANGES.test(outer) && notStored[`${tool} ${path}`] === undefined;
    });
    expect(silent.map(({ tool, path }) => `${tool} ${path}`)).toEqual([]);
  });
});

it("a tool says that it takes wait_seconds exactly if it can wait", async () => {
  const can = await Promise.all(tools.map(async ({ name }) => (await api.load(name)).poll !== undefined));
  const says = tools.map(({ description }) => /wait_seconds waits for that/.test(description));
  expect(says).toEqual(can);
  expect(can.filter(Boolean).length).toBeGreaterThan(5);
});

/** Names of arguments whose values are a fixed set of FireHydrant's. */
const CLOSED = /(^|_)(status|state|type|kind|strategy|direction|mode|level|visibility|size)$/;
const CHANGES = /\b(replac\w+|adds?|added|remov\w+|detach\w*|complete (list|set|signal|template))\b/i;

/** Arguments that are named like a closed set, with the reason why their values are not listed. */
const openSets: Readonly<Record<string, string>> = {
  "create_change_event change_identities[].type": "The organization chooses its kinds.",
  "create_change_identity type": "The organization chooses its kinds.",
  "update_change_identity type": "The organization chooses its kinds.",
  "create_custom_field_definition field_type":
    "The contract lists none; list_custom_field_definitions shows those in use.",
  "create_incident_attachment file.content_type": "Media types.",
  "update_hosted_status_page_image file.content_type": "Media types.",
  "create_scim_user phoneNumbers[].type": "SCIM lets the identity provider choose.",
  "replace_scim_user phoneNumbers[].type": "SCIM lets the identity provider choose.",
  "debug_signals_expression signals[].level": "A signal's level is any text.",
  "get_mean_time_report status": "Takes milestones too, which the organization chooses.",
  "list_incidents status": "Takes milestones too, which the organization chooses.",
  "list_milestone_funnel_metrics status": "Takes milestones too, which the organization chooses.",
  "list_mttx_metrics status": "Takes milestones too, which the organization chooses.",
  "list_ticket_funnel_metrics status": "Takes milestones too, which the organization chooses.",
  "list_mttx_metrics ticket_status": "Several in one text, separated by commas.",
  "list_incident_attachments attachable_type": "The contract lists none.",
  "update_aws_cloudtrail_batch status": "The contract lists none.",
  "update_aws_connection connection_status": "The contract lists none.",
  "update_statuspage_connection severities[].remote_status": "Statuspage chooses them.",
};

/** Arguments of updates that are not stored, so nothing is replaced. */
const notStored: Readonly<Record<string, string>> = {
  "create_incident_retrospective_field permissible_values": "It makes a new field.",
  "create_incident_retrospective_field schema": "It makes a new field.",
  "create_signals_event_source example_payload.data": "One sample signal, given as a whole.",
  "create_signals_event_source example_payload.headers": "One sample signal, given as a whole.",
  "patch_scim_group Operations": "Each operation says what it does.",
  "patch_scim_user Operations": "Each operation says what it does.",
  "replace_scim_user roles": "The tool's name says that the user is replaced.",
  "update_runbook_execution_step data": "It belongs to one execution and is sent once.",
  "update_saved_search filter_values": "The contract gives it no form: it is one value.",
  "update_team invite_emails": "Invitations go out once.",
};

/** Lists whose answer is a single record of numbers. */
const aggregates = new Set([
  "list_incident_metrics",
  "list_infrastructure_metrics",
  "list_milestone_funnel_metrics",
  "list_retrospective_metrics",
  "list_similar_incidents",
  "list_ticket_funnel_metrics",
  "list_user_involvement_metrics",
]);

interface Argument {
  readonly tool: string;
  readonly path: string;
  readonly schema: Schema;
  readonly words: string;
}

function everyArgument(keep: (argument: Argument) => boolean): Argument[] {
  return tools
    .flatMap((tool) =>
      schemasOf(tool)
        .filter(([path]) => path !== "" && !path.endsWith("[]"))
        .map(([path, schema]) => ({
          tool: tool.name,
          path,
          schema,
          words: String(schema.description ?? ""),
        })),
    )
    .filter(keep);
}

function named({ tool, path }: Argument): string {
  return `${tool} ${path}`;
}

function wordsOf(name: string, argument?: string): string {
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) throw new Error(`There is no tool ${name}.`);
  if (argument === undefined) return tool.description;
  const found = schemasOf(tool).find(([path]) => path === argument);
  if (found === undefined) throw new Error(`${name} takes no argument ${argument}.`);
  return String(found[1].description ?? "");
}

function takesText({ type, enum: values, items }: Schema): boolean {
  if (type === "array") return items !== undefined && takesText(items);
  return type === "string" && values === undefined;
}

function holdsSeveral({ type, additionalProperties }: Schema): boolean {
  return type === "array" || (type === "object" && additionalProperties !== undefined);
}

function declaresPages(tool: string): boolean {
  const [method, path] = index[tool]!.operation.split(" ") as [string, string];
  const operation = contract.paths[path][method.toLowerCase()];
  return ((operation.parameters ?? []) as { name: string }[]).some(({ name }) =>
    ["page", "per_page", "cursor"].includes(name),
  );
}
