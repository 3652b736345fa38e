import { z } from "@hono/zod-openapi";
import { type NameStyle, type Surface } from "../../runtime/index.js";
import { oauthConfig } from "../oauth/config.js";
import { choice, list, names, own, seconds, toggle, wholeNumber } from "./option.js";
import { programOptions } from "./program-options.js";
import { selectionFields } from "./selection-fields.js";

const patterns = names.max(500, "must have at most 500 entries");

/** The kinds of calls that can need approval. */
export const confirmClasses = ["none", "delete", "write"] as const;

/**
 * The options of a server URL. The config's schema, the CLI's flags, the page's form and the defaults all come from
 * this table. A new option needs a row here, and code where it applies.
 */
export const serverOptions = {
  methods: own({
    label: "Methods",
    flags: {
      methods: {
        takes: "list",
        about: "Only tools that do this: list get create update delete custom read write",
      },
    },
    schema: selectionFields.methods,
  }),
  permissions: own({
    label: "Permissions",
    flags: {
      permissions: {
        takes: "list",
        about:
          "How much of each group: none, read, write (without deletes) or all, such as incidents=write,*=read",
      },
    },
    schema: selectionFields.permissions,
  }),
  tags: own({
    label: "Tags",
    flags: { tags: { takes: "list", about: "Only tools with any of these tags" } },
    schema: selectionFields.tags,
  }),
  tools: own({
    label: "Tools",
    flags: {
      tools: { takes: "list", about: "Only tools whose names match, such as 'list_*'" },
      deny: { takes: "list", about: "No tool whose name matches" },
    },
    schema: z
      .strictObject({ allow: patterns, deny: patterns })
      .partial()
      .openapi({ description: "Tool names. `*` matches any characters." }),
  }),
  surface: choice<Surface>({
    label: "Tools that clients list",
    about: "Which tools clients list; the others can be searched and called",
    group: "listing",
    choices: {
      curated: "The common tools, plus search for the rest",
      full: "Every tool of this server URL",
      discover: "Search tools only: the fewest tokens",
      code: "Search, and programs that call any tool: for agents that can write a few lines of code",
      chatgpt: "For ChatGPT: the common tools, plus search and fetch for deep research and company knowledge",
    },
  }),
  names: choice<NameStyle>({
    label: "Tool names",
    about: "Under which names clients list tools",
    group: "listing",
    choices: { canonical: "Short names", managed: "Long names, as hosted platforms write them" },
    default: "canonical",
  }),
  require_api_token_auth: own({
    label: "API token",
    flags: {
      "require-api-token": {
        takes: "toggle",
        about: "Require an API token in the Authorization header, besides the URL",
      },
    },
    schema: z.boolean("must be true or false").openapi({
      description: "Require an API token in the Authorization header, besides the URL's own token.",
      default: false,
    }),
    default: false,
  }),
  oauth: own({
    label: "Sign-in",
    flags: {
      "oauth-scope": {
        takes: "lines",
        about:
          "Require sign-in, and say what a scope gives access to: 'incidents:read = read on incidents', 'staff = all'",
      },
      "oauth-group": {
        takes: "lines",
        about: "Require sign-in, and say what a group gives access to, in the same way",
      },
      "oauth-issuer": { takes: "text", about: "Accept access tokens of this issuer only" },
      "oauth-without-token": { takes: "toggle", about: "Sign-in is enough: a URL without a token works too" },
      oauth: { takes: "toggle", about: "--no-oauth: stop requiring sign-in" },
    },
    schema: oauthConfig,
  }),
  upstream: choice({
    label: "Whose key calls the API",
    about: "Whose key calls the API: the account's, or the own key of the person who signed in",
    group: "limits",
    choices: {
      shared: "The key of the account",
      person: "The own key of each person, who must sign in",
    },
    default: "shared",
  }),
  rate_limit: own({
    label: "Call limit",
    flags: { "rate-limit": { takes: "text", about: "Maximum calls within seconds, such as 60/60" } },
    schema: z
      .strictObject({
        calls: z.int("must be a whole number").min(1).max(100_000),
        seconds: z.int("must be a whole number").min(1).max(86_400),
      })
      .openapi({ description: "Maximum calls of tools within this many seconds." }),
  }),
  result_token_budget: wholeNumber({
    label: "Maximum tokens of a result",
    about: "Maximum tokens of a result",
    group: "limits",
    least: 500,
    most: 1_000_000,
    default: 20_000,
  }),
  on_429: choice({
    label: "At the API's rate limit",
    about: "What a read does on a 429 of the API, or when the account's rate limit is used up",
    group: "limits",
    choices: { wait: "Reads wait for their turn", pass: "Calls fail at once" },
    default: "wait",
  }),
  call_seconds: seconds({
    label: "Maximum seconds of a call",
    about: "Maximum seconds of a call, including the wait for its turn",
    group: "limits",
    least: 0.1,
    most: 600,
    default: 60,
  }),
  connect_seconds: seconds({
    label: "Maximum seconds to connect",
    about: "Maximum seconds to connect to the API",
    group: "limits",
    least: 1,
    most: 60,
    default: 5,
  }),
  first_byte_seconds: seconds({
    label: "Maximum seconds until an answer",
    about: "Maximum seconds until the API starts its answer, and between the parts of it",
    group: "limits",
    least: 0.1,
    most: 300,
    default: 30,
  }),
  ...programOptions,
  redact: list({
    label: "Hidden in results and in the log, besides secrets",
    about: "Hide in results and in the log, besides secrets: emails, and fields by name",
    group: "limits",
    most: 100,
    such: "emails, phone",
  }),
  output_schemas: toggle({
    label: "Output schemas, and results as structured content too",
    about: "List each tool's output schema, and send results as structured content too",
    group: "limits",
    default: false,
  }),
  resolve_names: toggle({
    label: "Arguments take names where they need ids",
    about: "Take names where arguments need ids",
    group: "limits",
    default: true,
  }),
  confirm: own({
    label: "Ask for approval before",
    flags: {
      confirm: { takes: "list", about: "Ask a person before such calls: none, delete, write, or tool names" },
    },
    schema: z.union([z.enum(confirmClasses), patterns.min(1, "must name at least one tool")]).openapi({
      description:
        "Calls that a person must approve: a class of access, or patterns of tool names. A new server URL has `delete` unless it says another value.",
      default: "none",
    }),
    default: "none",
    proposed: "delete",
  }),
  confirm_by: choice({
    label: "Where people approve",
    about: "Where people approve calls: on the gateway's page, in the client's own form, or in either",
    group: "approval",
    choices: {
      page: "On this page: a person who is signed in here",
      client: "In the client: its user. Everyone who holds the URL can answer",
      either: "In the client if it can show a form, else on this page",
    },
    default: "page",
  }),
  approvers: list({
    label: "People and groups who may approve",
    about: "Only these may approve: group:<name>, email:<verified address>, or person:<the provider's id>",
    group: "approval",
    most: 50,
    such: "group:sre, ada@example.com",
  }),
  approvals_needed: wholeNumber({
    label: "Approvals needed",
    about: "How many people must approve a call",
    group: "approval",
    least: 1,
    most: 2,
    default: 1,
  }),
  approval_minutes: wholeNumber({
    label: "Minutes that a call waits for approval",
    about: "How many minutes a call waits for its approval",
    group: "approval",
    least: 1,
    most: 60,
    default: 10,
  }),
  approve_for_hour: toggle({
    label: "People may approve the same call for an hour",
    about: "Let people approve the same tool with the same arguments for an hour, instead of once",
    group: "approval",
    default: false,
  }),
};

type Options = typeof serverOptions;
export type OptionName = keyof Options;
type OfKind<Kind> = {
  [Name in OptionName]: Options[Name] extends { readonly kind: Kind } ? Name : never;
}[OptionName];

/** Options for which page and CLI have their own code. */
export type OwnName = OfKind<"own">;
/** Options of the known kinds. */
export type SimpleName = Exclude<OptionName, OwnName>;
export type SimpleOption = Options[SimpleName];
export type SimpleKind = SimpleOption["kind"];

export const optionNames = Object.keys(serverOptions) as OptionName[];
export const simpleNames = optionNames.filter((name): name is SimpleName => !isOwn(name));
export const ownNames = optionNames.filter(isOwn);

/** Whether page and CLI have their own code for an option. */
export function isOwn(name: OptionName): name is OwnName {
  return serverOptions[name].kind === "own";
}
