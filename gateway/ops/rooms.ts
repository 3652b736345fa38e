import { GatewayError } from "../error.js";
import { createShares, type Shares } from "./shares.js";

type Owner = "server" | "account";

/** What clients take of the process. Each server URL and each account gets a part of it alone. */
export interface Rooms {
  /** Requests to server URLs that are under way. */
  readonly requests: Shares<Owner>;
  /** Calls of tools under way. Each call of a batch counts. */
  readonly calls: Shares<Owner>;
  /** Streams of old clients. */
  readonly streams: Shares<Owner>;
  /** Bytes of bodies of requests under way. */
  readonly bodies: Shares<Owner>;
  /** Bodies of requests that showed no credential. */
  readonly strangers: Shares<"address">;
}

/** Bytes of bodies in memory at once. */
const mostBodyBytes = 67_108_864;
const mostStrangers = 32;
const mostOfOneAddress = 8;

/** @param most requests answered at once */
export function createRooms(most: number): Rooms {
  const parted = (all: number) =>
    createShares<Owner>(all, { server: Math.ceil(all / 4), account: Math.ceil(all / 2) });
  return {
    requests: parted(most),
    calls: parted(most),
    streams: parted(most),
    bodies: parted(mostBodyBytes),
    strangers: createShares(mostStrangers, { address: mostOfOneAddress }),
  };
}

/** A request that gets no room. */
export function noRoom(what: string): GatewayError {
  return new GatewayError(503, what, { "retry-after": "1" });
}
