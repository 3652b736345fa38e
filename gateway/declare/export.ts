import { canonical } from "../../runtime/index.js";
import type { Core } from "../core.js";
import { conflict } from "../error.js";
import { optionNames, serverOptions } from "../options/options.js";
import type { ServerConfig } from "../server-config.js";
import type { Declaration } from "./declaration.js";
import { byName, nameOf, repeated, type Kind, type RecordOf } from "./records.js";
import { readState, type Present, type State } from "./state.js";

/**
 * The gateway now, as a file declares it. The same state gives the same texts on every gateway: no ids, no times of
 * changes, and everything in the order of its names.
 * @throws GatewayError 409 if two accounts, or two server URLs of an account, have the same name
 */
export async function exportDeclaration(core: Core, issuer: string | undefined): Promise<Declaration> {
  const state = await readState(core.store.db, issuer);
  const faults = (["account", "server", "role"] as const).flatMap((kind) => severalOf(kind, state));
  if (faults.length > 0)
    throw conflict(`${faults.join("; ")}. Rename all but one of each, because a file finds them by name.`);
  const records = <Of extends Kind>(kind: Of) =>
    byName(
      kind,
      (state[kind] as readonly Present<Of>[]).map(({ record }) => record),
    );
  return {
    accounts: records("account"),
    servers: records("server").map(({ config, ...server }) => {
      const declared = declaredConfig(config);
      return { ...server, ...(Object.keys(declared).length > 0 ? { config: declared } : {}) };
    }),
    roles: records("role"),
  } as Declaration;
}

/** The options of a file: those that differ from the values of a new server URL, in a fixed order. */
function declaredConfig(config: ServerConfig): ServerConfig {
  const options = optionNames.flatMap((name): [string, unknown][] => {
    const option = serverOptions[name];
    const usual = "default" in option ? option.default : undefined;
    const proposed = "proposed" in option ? option.proposed : usual;
    const value = config[name] ?? usual;
    return value === undefined || canonical(value) === canonical(proposed) ? [] : [[name, value]];
  });
  return JSON.parse(canonical(Object.fromEntries(options))) as ServerConfig;
}

function severalOf(kind: Kind, state: State): string[] {
  const named = nameOf[kind] as (record: RecordOf<Kind>) => string;
  const names = state[kind].map(({ record }) => named(record));
  return repeated(names).map((name) => `There are several of ${kind} "${name}"`);
}
