import { lookup } from "node:dns/promises";
import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { get } from "node:https";
import { isIP } from "node:net";
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from "node:tls";
import { isPublicAddress } from "./public-address.js";

/** A document of the internet, and how many seconds it may be kept. */
interface FetchedDocument {
  readonly value: unknown;
  readonly keepSeconds: number;
}

/** @throws DocumentError */
export type FetchDocument = (url: string) => Promise<FetchedDocument>;

/** A document cannot be fetched. The message says why, and contains nothing of an answer. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}

/** How a name becomes addresses, and how a connection is opened. Tests have no internet, so they replace both. */
interface Network {
  readonly resolve: (hostname: string) => Promise<readonly string[]>;
  readonly connect: (options: ConnectionOptions) => TLSSocket;
}

const mostBytes = 65_536;
const patienceMs = 5_000;

const internet: Network = {
  resolve: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
  connect: connectTls,
};

/**
 * Fetches a JSON document that a stranger named. Only https and public addresses are asked, at the address that was
 * checked, so that a name cannot mean another address a moment later. Redirects are not followed.
 */
export function createFetchDocument({ resolve, connect }: Network = internet): FetchDocument {
  async function addressOf(host: string): Promise<string> {
    const addresses = isIP(host) ? [host] : await resolve(host).catch(() => []);
    if (addresses.length === 0) throw new DocumentError("its host is unknown");
    // One address inside is enough to refuse: the next connection could use it.
    if (!addresses.every(isPublicAddress)) throw new DocumentError("its host is not on the internet");
    return addresses[0]!;
  }

  async function read(url: string, signal: AbortSignal): Promise<FetchedDocument> {
    const { hostname, port } = new URL(url);
    const name = hostname.replace(/^\[|\]$/g, "");
    const host = await addressOf(name);
    const servername = isIP(name) ? {} : { servername: name };
    const request = get(url, {
      createConnection: () => connect({ host, port: Number(port || 443), ...servername }),
      headers: { accept: "application/json" },
      signal,
    });
    // A connection that breaks after the answer began ends the reading, and must not end the process.
    request.on("error", () => {});
    const [response] = (await once(request, "response")) as [IncomingMessage];
    try {
      if (response.statusCode !== 200) throw new DocumentError(`its host answers ${response.statusCode}`);
      const value = parsed(await textOf(response));
      return { value, keepSeconds: keepSeconds(response.headers["cache-control"]) };
    } finally {
      request.destroy();
    }
  }

  return async (url) => {
    if (new URL(url).protocol !== "https:") throw new DocumentError("it is not an https URL");
    const signal = AbortSignal.timeout(patienceMs);
    // Looking up the name does not end by the signal.
    const late = once(signal, "abort").then(() => {
      throw new DocumentError(unusable);
    });
    try {
      return await Promise.race([read(url, signal), late]);
    } catch (error) {
      throw error instanceof DocumentError ? error : new DocumentError(unusable, { cause: error });
    }
  };
}

const unusable = "its host does not answer with a small document";

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new DocumentError(unusable);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DocumentError("it is not JSON");
  }
}

const [leastSeconds, usualSeconds, mostSeconds] = [60, 600, 86_400];

function keepSeconds(cacheControl: string | undefined): number {
  const given = /(?:^|[\s,])max-age=(\d{1,9})(?:$|[\s,])/i.exec(cacheControl ?? "")?.[1];
  return Math.min(mostSeconds, Math.max(leastSeconds, given === undefined ? usualSeconds : Number(given)));
}
