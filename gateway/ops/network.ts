import { isIP } from "node:net";

/**
 * The network of a client, for limits of strangers: an IPv4 address, or the /64 network of an IPv6 address. One person
 * usually has a whole /64 network, and could use each of its addresses once.
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const { hostname } = new URL(`http://[${address.split("%", 1)[0]!}]`);
  const [head = "", tail = ""] = hostname.slice(1, -1).split("::");
  const [before, after] = [head, tail].map((part) => part.split(":").filter(Boolean));
  const zeros = Array<string>(8 - before!.length - after!.length).fill("0");
  return `${[...before!, ...zeros, ...after!].slice(0, 4).join(":")}::/64`;
}
