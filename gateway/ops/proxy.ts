import { BlockList, isIP } from "node:net";
import type { IncomingMessage } from "node:http";
import { splitAtCommas } from "../../runtime/index.js";

/** The verified origin of a request. */
export interface Origin {
  readonly address: string;
  readonly host: string | undefined;
  readonly protocol: "http" | "https";
}

/**
 * Finds out where requests come from. `X-Forwarded-*` only counts from trusted proxies: addresses, or networks such as
 * `10.0.0.0/8`.
 * @throws Error for a proxy that is neither
 */
export function createOriginReader(proxies: readonly string[]): (request: IncomingMessage) => Origin {
  const trusted = new BlockList();
  for (const proxy of proxies) addProxy(trusted, proxy);
  const isTrusted = (address: string) =>
    proxies.length > 0 &&
    isIP(address) !== 0 &&
    trusted.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");
  return ({ headers, socket }) => {
    const peer = bare(socket.remoteAddress ?? "");
    if (!isTrusted(peer)) return { address: peer, host: headers.host, protocol: "http" };
    // Each proxy appends its client's address. Everything before the last untrusted one may be forged.
    const named = splitAtCommas(headers["x-forwarded-for"] ?? []).map(bare);
    const address = named.findLast((one) => !isTrusted(one)) ?? named[0] ?? peer;
    return {
      address: isIP(address) ? address : peer,
      host: splitAtCommas(headers["x-forwarded-host"] ?? []).at(-1) ?? headers.host,
      protocol: splitAtCommas(headers["x-forwarded-proto"] ?? []).at(-1) === "https" ? "https" : "http",
    };
  };
}

function addProxy(list: BlockList, proxy: string): void {
  const [address = "", bits] = proxy.split("/");
  const family = isIP(address);
  const prefix = bits === undefined ? undefined : Number(bits);
  const isPrefix =
    prefix === undefined || (Number.isInteger(prefix) && prefix >= 0 && prefix <= (family === 6 ? 128 : 32));
  if (family === 0 || !isPrefix) {
    throw new Error(
      `STANDPIPE_TRUSTED_PROXIES: "${proxy}" is neither an address nor a network such as 10.0.0.0/8.`,
    );
  }
  const kind = family === 6 ? "ipv6" : "ipv4";
  if (prefix === undefined) list.addAddress(address, kind);
  else list.addSubnet(address, prefix, kind);
}

/** An IPv4 address over IPv6 is written as IPv4, without port and brackets. */
function bare(address: string): string {
  const inner = /^\[(.+)\](?::\d+)?$/.exec(address)?.[1] ?? address;
  const mapped = inner.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(mapped) ? mapped : mapped.replace(/:\d+$/, "");
}
