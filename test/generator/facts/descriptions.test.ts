import { describe, expect, it } from "vitest";
import { contract, index, lastName, schemasOf, tools, type Schema } from "../../all-tools.js";
import { wordsOf } from "./rows.js";

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
  "list_incident_attachments attachable_type": "The contract lists none.",
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
