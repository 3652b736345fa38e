import { setImmediate as nextTurn } from "node:timers/promises";
import { rulesOf, storedRules } from "../accounts/approval-rules.js";
import { allowedBaseUrl } from "../accounts/base-url.js";
import { chosenApi, servedApi, type ServedApi } from "../apis.js";
import type { Core } from "../core.js";
import { badRequest, GatewayError } from "../error.js";
import { ownKeyFaults } from "../own-keys/faults.js";
import { oauthFaults } from "../oauth/faults.js";
import { proposedConfig, withoutDefaults } from "../server-config.js";
import { selectionFaults } from "../server-selection.js";
import type { Declaration } from "./declaration.js";
import { nameOf, repeated, type Declared, type Kind, type RecordOf } from "./records.js";
import type { State } from "./state.js";

/**
 * What a file declares, in the form of the state: defaults are resolved, and times are in UTC.
 * @throws GatewayError 400 with all faults of the file
 */
export async function normalised(
  core: Core,
  { accounts = [], servers = [], roles = [] }: Declaration,
  state: State,
): Promise<Declared> {
  const faults: string[] = [];
  const account = accounts.flatMap((given) =>
    collected(faults, label("account", given.name), () => accountOf(core, given)),
  );
  const apis = new Map(
    [...state.account.map(({ record }) => record), ...account].map(({ name, api }) => [name, api]),
  );
  const server: RecordOf<"server">[] = [];
  for (const given of servers) {
    // Each check takes milliseconds, and other requests must not wait for hundreds of them.
    await nextTurn();
    const where = label("server", `${given.account} / ${given.name}`);
    server.push(
      ...collected(faults, where, () => serverOf(core, given, apiNamed(core, apis, given.account))),
    );
  }
  for (const given of roles)
    if (given.account !== undefined && !apis.has(given.account))
      faults.push(`${label("role", nameOf.role(given))}: ${noAccount(given.account)}`);
  const declared: Declared = { account, server, role: roles };
  faults.push(...nameFaults(declared, state));
  if (faults.length > 0) throw badRequest(...faults);
  return declared;
}

/** A record, or its faults with where they are. */
function collected<Record>(faults: string[], where: string, make: () => Record): Record[] {
  try {
    return [make()];
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    faults.push(`${where}: ${error.message}`);
    return [];
  }
}

type Given<List extends keyof Declaration> = NonNullable<Declaration[List]>[number];

function accountOf(
  core: Core,
  { name, api: named, region, base_url, key, key_reference, approvals }: Given<"accounts">,
): RecordOf<"account"> {
  const api = chosenApi(core, named);
  const place = allowedBaseUrl(api, { region, base_url });
  const where = place.region === null ? { base_url: place.base_url } : { region: place.region };
  const rules = storedRules(approvals);
  return {
    ...{ name, api: api.name, ...where },
    ...(key === undefined ? { key_reference } : { key }),
    ...(rules === null ? {} : { approvals: rulesOf({ approvals: rules }) }),
  };
}

function serverOf(
  core: Core,
  { name, account, expires_at, config: given = {} }: Given<"servers">,
  { catalogue }: ServedApi,
): RecordOf<"server"> {
  const config = withoutDefaults({ ...proposedConfig, ...given }, catalogue);
  const faults = [
    ...oauthFaults(config, core.issuers),
    ...ownKeyFaults(config, core),
    ...selectionFaults(catalogue, config),
  ];
  if (faults.length > 0) throw badRequest(...faults);
  const expires = expires_at === "never" ? expires_at : new Date(expires_at).toISOString();
  return { name, account, expires_at: expires, config };
}

function apiNamed(core: Core, apis: ReadonlyMap<string, string>, account: string): ServedApi {
  const name = apis.get(account);
  if (name === undefined) throw badRequest(noAccount(account));
  const api = servedApi(core, name);
  if (!api) throw badRequest(`account: this gateway does not serve its API ${name}`);
  return api;
}

function noAccount(name: string): string {
  return `account: there is no account "${name}" in the file or on the gateway`;
}

function label(kind: Kind, name: string): string {
  return `${kind} "${name}"`;
}

/** A name must mean one record of the file, and at most one of the gateway. */
function nameFaults(declared: Declared, state: State): string[] {
  return (["account", "server", "role"] as const).flatMap((kind) => {
    const named = nameOf[kind] as (record: RecordOf<Kind>) => string;
    const names = declared[kind].map(named);
    const present = repeated(state[kind].map(({ record }) => named(record)));
    return [
      ...repeated(names).map((name) => `${label(kind, name)}: is in the file more than once`),
      ...present
        .filter((name) => names.includes(name))
        .map((name) => `${label(kind, name)}: the gateway has several of this name. Rename all but one`),
    ];
  });
}
