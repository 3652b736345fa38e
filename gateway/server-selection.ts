import { type Catalogue, select, type Selection, SelectionError, type View } from "../runtime/index.js";
import { badRequest } from "./error.js";
import { sharesOf } from "./oauth/shares.js";
import type { ServerConfig } from "./server-config.js";

/**
 * The runtime's view for a config.
 * @param held the places in its `oauth` that an access token has; no other tool is included
 */
export function viewOf(
  { methods, permissions, tags, tools, surface, names, oauth = {} }: ServerConfig,
  held?: readonly string[],
): View {
  const anyOf = held && sharesOf(oauth).flatMap(({ place, share }) => (held.includes(place) ? [share] : []));
  const selection: Selection = { methods, permissions, tags, allow: tools?.allow, deny: tools?.deny, anyOf };
  const restricts = Object.values(selection).some((part) => part !== undefined);
  return { surface, names, ...(restricts ? { selection } : {}) };
}

/**
 * The canonical names of the tools in a config.
 * @throws GatewayError 400 with every fault of the selection, and valid values
 */
export function admittedTools(catalogue: Catalogue, config: ServerConfig): readonly string[] {
  const faults = selectionFaults(catalogue, config);
  if (faults.length > 0) throw badRequest(...faults);
  return [...select(catalogue, viewOf(config).selection ?? {})];
}

/**
 * All faults of a config's selection, with valid values. Each part is checked separately, because the runtime stops at
 * the first fault.
 */
export function selectionFaults(catalogue: Catalogue, config: ServerConfig): string[] {
  const { selection = {} } = viewOf(config);
  const alone = [
    ...partFaults(catalogue, selection),
    ...confirmFaults(catalogue, config),
    ...shareFaults(catalogue, config, {}),
  ];
  if (alone.length > 0) return alone;
  const together = faultOf(catalogue, selection).map((fault) => `config: ${fault}`);
  return together.length > 0 ? together : shareFaults(catalogue, config, selection);
}

function partFaults(catalogue: Catalogue, { methods, permissions, tags, allow, deny }: Selection): string[] {
  const parts: Readonly<Record<string, Selection>> = {
    "config.methods": { methods },
    "config.permissions": { permissions },
    "config.tags": { tags },
    "config.tools.allow": { allow },
    "config.tools.deny": { deny },
  };
  const given = Object.entries(parts).filter(([, part]) => Object.values(part)[0] !== undefined);
  return given.flatMap(([name, part]) => faultOf(catalogue, part).map((fault) => `${name}: ${fault}`));
}

function confirmFaults(catalogue: Catalogue, { confirm }: ServerConfig): string[] {
  if (!Array.isArray(confirm)) return [];
  const wrong = faultOf(catalogue, { allow: confirm });
  return wrong.map((fault) => `config.confirm: ${fault}`);
}

/** The OAuth parts, each within the config's selection. A part that can never match a tool there is a mistake. */
function shareFaults(catalogue: Catalogue, { oauth = {} }: ServerConfig, within: Selection): string[] {
  return sharesOf(oauth).flatMap(({ place, share }) =>
    faultOf(catalogue, { ...within, anyOf: [share] }).map((fault) => `config.oauth.${place}: ${fault}`),
  );
}

function faultOf(catalogue: Catalogue, selection: Selection): string[] {
  try {
    select(catalogue, selection);
    return [];
  } catch (error) {
    if (error instanceof SelectionError) return [error.message];
    throw error;
  }
}
