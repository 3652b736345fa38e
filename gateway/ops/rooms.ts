import { MOST_PROGRAMS } from "../../runtime/index.js";
import { GatewayError } from "../error.js";
import { createShares, type Shares } from "./shares.js";

type Owner = "server" | "account";

/** What clients use of the process. Each server URL and each account may only use a part of it. */
export interface Rooms {
  /** Running requests to server URLs. */
  readonly requests: Shares<Owner>;
  /** Running calls of tools. Each call of a batch counts. */
  readonly calls: Shares<Owner>;
  /** Running programs. */
  readonly programs: Shares<Owner>;
  /** Streams of old clients. */
  readonly streams: Shares<Owner>;
  /** Bytes of bodies of running requests. */
  readonly bodies: Shares<Owner>;
  /** Bodies of requests without a credential. */
  readonly strangers: Shares<"network">;
}

/** Bytes of bodies in memory at once. */
const mostBodyBytes = 67_108_864;
const mostStrangers = 32;
const mostOfOneNetwork = 8;

/** @param most requests at once */
export function createRooms(most: number): Rooms {
  const parted = (all: number) =>
    createShares<Owner>(all, { server: Math.ceil(all / 4), account: Math.ceil(all / 2) });
  return {
    requests: parted(most),
    calls: parted(most),
    programs: parted(MOST_PROGRAMS),
    streams: parted(most),
    bodies: parted(mostBodyBytes),
    strangers: createShares(mostStrangers, { network: mostOfOneNetwork }),
  };
}

/** A request that exceeds a limit. */
export function noRoom(what: string): GatewayError {
  return new GatewayError(503, what, { "retry-after": "1" });
}
