import type { Arguments } from "../../../runtime/index.js";
import { inPrograms } from "../kit/program-road.js";
import { clients, type Clients } from "./kit.js";

/** A way to make a call. Each test of approvals takes both. */
export interface Road {
  readonly surface: "full" | "code";
  readonly clients: Clients;
  /** The clients whose user can be asked in the middle of the call. */
  readonly asking: Clients;
  /** What an approval names, if it is for a call of create_team. */
  readonly asked: string;
  /** An argument as a question shows it. */
  shown(name: string, value: string): string;
  /** The arguments of the call in an approval. */
  argsOf(shown: Arguments): Arguments;
}

function inProgram(connect: Clients[string]): Clients[string] {
  // Replicas have other addresses and the same path.
  const waiting = new Map<string, Map<string, string>>();
  return async (url, user) => {
    const client = await connect(url, user);
    const { pathname } = new URL(url);
    if (!waiting.has(pathname)) waiting.set(pathname, new Map());
    return { ...client, call: inPrograms(client.call, waiting.get(pathname)) };
  };
}

const ofPrograms = Object.fromEntries(
  Object.entries(clients).map(([kind, connect]) => [kind, inProgram(connect)]),
);
// The form of a client of this revision repeats the call, which would start the program again.
const { "client 2.x, 2026-07-28": _, ...askingPrograms } = ofPrograms;

export const roads: Readonly<Record<string, Road>> = {
  "a direct call": {
    surface: "full",
    clients,
    asking: clients,
    asked: "create_team",
    shown: (name, value) => `${name}: ${JSON.stringify(value)}`,
    argsOf: (shown) => shown,
  },
  "a call of a program": {
    surface: "code",
    clients: ofPrograms,
    asking: askingPrograms,
    asked: "run_write",
    shown: (name, value) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
    argsOf: ({ program: _program, ...calls }) => Object.values(calls)[0] as Arguments,
  },
};

/** Each kind of client on each road. */
export function clientsOf(which: "clients" | "asking"): [string, Road, Clients[string]][] {
  return Object.entries(roads).flatMap(([way, road]) =>
    Object.entries(road[which]).map(([kind, connect]): [string, Road, Clients[string]] => [
      `${kind}, ${way}`,
      road,
      connect,
    ]),
  );
}
