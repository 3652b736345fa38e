import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A request as it reached the API. */
interface Sent {
  readonly method: string;
  readonly path: string;
  readonly key: string;
  readonly body: string;
}

/** An answer, byte by byte as the attacker wants it. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** An API in the attacker's hands. */
export interface HostileUpstream {
  readonly url: string;
  readonly sent: Sent[];
  reply: (sent: Sent) => Reply | Promise<Reply>;
  close(): Promise<void>;
}

export async function startUpstream(): Promise<HostileUpstream> {
  const sent: Sent[] = [];
  const server = createServer((incoming, response) => {
    void buffer(incoming).then(async (body) => {
      const key = incoming.headers.authorization?.replace("Bearer ", "") ?? "";
      const one = { method: incoming.method!, path: incoming.url!, key, body: body.toString() };
      sent.push(one);
      const { status = 200, headers, body: answer } = await upstream.reply(one);
      response.writeHead(status, { "content-type": "application/json", ...headers }).end(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const upstream: HostileUpstream = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    reply: () => ({ body: "{}" }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return upstream;
}
