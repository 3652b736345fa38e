import { describe, expect, it } from "vitest";
import { widenings } from "../../../gateway/declare/widening.js";
import type { OptionName } from "../../../gateway/options/options.js";
import type { ServerConfig } from "../../../gateway/server-config.js";
import { api } from "../../../generated/firehydrant/index.js";

/** A change of an option, and what the plan says about it; undefined if it permits nothing more. */
type Row = readonly [before: ServerConfig, after: ServerConfig, want: RegExp | undefined];

/** A change that permits more and the same change the other way round. */
const oneWay = (before: ServerConfig, after: ServerConfig, want: RegExp): readonly Row[] => [
  [before, after, want],
  [after, before, undefined],
];
/** An option that changes how calls work, and not what is permitted. */
const noWay = (before: ServerConfig, after: ServerConfig): readonly Row[] => [
  [before, after, undefined],
  [after, before, undefined],
];

const signIn = { issuer: "https://sign-in.example.com", groups: { staff: {} } };

const rows: Readonly<Record<OptionName, readonly Row[]>> = {
  methods: oneWay({ methods: ["list"] }, { methods: ["list", "create"] }, /^\d+ more tools: /),
  permissions: oneWay(
    { permissions: { incidents: "read" } },
    { permissions: { incidents: "all" } },
    /^\d+ more tools: /,
  ),
  tags: oneWay({ tags: ["incidents"] }, { tags: ["incidents", "teams"] }, /^\d+ more tools: /),
  tools: [
    ...oneWay({ tools: { deny: ["delete_incident"] } }, {}, /^1 more tool: delete_incident$/),
    ...oneWay({ tools: { allow: ["list_*"] } }, {}, /^\d+ more tools: /),
  ],
  confirm: [
    ...oneWay(
      { confirm: "delete" },
      { confirm: "none" },
      /^\d+ tools need no approval any more: archive_audience, delete_/,
    ),
    ...oneWay({ confirm: "write" }, { confirm: "delete" }, /^\d+ tools need no approval any more: /),
    ...oneWay({ confirm: ["get_incident"] }, {}, /^1 tool needs no approval any more: get_incident$/),
  ],
  surface: noWay({ surface: "curated" }, { surface: "full" }),
  names: noWay({}, { names: "managed" }),
  require_api_token_auth: oneWay({ require_api_token_auth: true }, {}, /^no API token is needed$/),
  oauth: [
    ...oneWay({ oauth: signIn }, {}, /^no sign-in is needed$/),
    ...oneWay(
      { oauth: signIn },
      { oauth: { ...signIn, groups: { staff: {}, guests: { methods: ["list"] } } } },
      /^the group guests allows \d+ tools$/,
    ),
    ...oneWay(
      { oauth: { scopes: { read: { tags: ["teams"] } } } },
      { oauth: { scopes: { read: { tags: ["teams", "incidents"] } } } },
      /^the scope read allows \d+ more tools$/,
    ),
    ...oneWay(
      { oauth: signIn },
      { oauth: { ...signIn, without_token: true } },
      /^the URL works without its token$/,
    ),
    ...oneWay(
      { oauth: signIn },
      { oauth: { groups: signIn.groups } },
      /^people of another provider can sign in$/,
    ),
    [
      { oauth: signIn },
      { oauth: { ...signIn, issuer: "https://other.example.com" } },
      /^people of another provider can sign in$/,
    ],
  ],
  upstream: oneWay({ upstream: "person" }, { upstream: "shared" }, /^calls have the account's key$/),
  rate_limit: [
    ...oneWay({ rate_limit: { calls: 5, seconds: 60 } }, {}, /^calls are not limited$/),
    ...oneWay(
      { rate_limit: { calls: 5, seconds: 60 } },
      { rate_limit: { calls: 6, seconds: 60 } },
      /^more calls are allowed$/,
    ),
    // The same average, with 600 calls at once instead of 10.
    ...oneWay(
      { rate_limit: { calls: 10, seconds: 60 } },
      { rate_limit: { calls: 600, seconds: 3_600 } },
      /^more calls are allowed$/,
    ),
  ],
  redact: oneWay({ redact: ["emails", "phone"] }, { redact: ["emails"] }, /^results show phone$/),
  confirm_by: [
    ...oneWay({ confirm_by: "page" }, { confirm_by: "either" }, /^the client's user can approve$/),
    ...oneWay({}, { confirm_by: "client" }, /^the client's user can approve$/),
  ],
  approvers: [
    ...oneWay({ approvers: ["ada"] }, {}, /^everybody may approve$/),
    ...oneWay({ approvers: ["ada"] }, { approvers: ["ada", "group:sre"] }, /^group:sre may approve$/),
  ],
  approvals_needed: oneWay({ approvals_needed: 2 }, {}, /^fewer approvals are needed$/),
  approve_for_hour: oneWay({}, { approve_for_hour: true }, /^one approval can hold for an hour$/),
  approval_minutes: noWay({}, { approval_minutes: 30 }),
  result_token_budget: noWay({}, { result_token_budget: 9_000 }),
  on_429: noWay({}, { on_429: "pass" }),
  call_seconds: noWay({}, { call_seconds: 20 }),
  connect_seconds: noWay({}, { connect_seconds: 2 }),
  first_byte_seconds: noWay({}, { first_byte_seconds: 12 }),
  program_seconds: noWay({}, { program_seconds: 12 }),
  program_memory_mb: noWay({}, { program_memory_mb: 32 }),
  program_calls: noWay({}, { program_calls: 50 }),
  program_kb: noWay({}, { program_kb: 20 }),
  output_schemas: noWay({}, { output_schemas: true }),
  resolve_names: noWay({}, { resolve_names: false }),
};

const of = (before: ServerConfig, after: ServerConfig) =>
  widenings(api.catalogue, { config: before, expires_at: "never" }, { config: after, expires_at: "never" });

describe("a plan says what a change of an option permits:", () => {
  it.each(Object.entries(rows).flatMap(([name, of]) => of.map((row) => [name, row] as const)))(
    "%s %j",
    (_name, [before, after, want]) => {
      expect(of(before, after)).toEqual(want === undefined ? [] : [expect.stringMatching(want)]);
    },
  );

  it.each([
    ["2030-01-01T00:00:00Z", "2030-02-01T00:00:00Z", ["it expires later"]],
    ["2030-01-01T00:00:00Z", "never", ["it never expires"]],
    ["2030-02-01T00:00:00Z", "2030-01-01T00:00:00Z", []],
    ["never", "2030-01-01T00:00:00Z", []],
  ])("an expiry of %s becomes %s", (before, after, want) => {
    const found = widenings(
      api.catalogue,
      { config: {}, expires_at: before },
      { config: {}, expires_at: after },
    );
    expect(found).toEqual(want);
  });

  it("a new server URL, with the number of its tools", () => {
    const config = { tools: { allow: ["get_incident", "list_incidents"] } };
    expect(widenings(api.catalogue, undefined, { config, expires_at: "never" })).toEqual([
      "a new URL with 2 tools",
    ]);
  });
});
