import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { Message } from "../../../gateway/audit/streams/sink.js";

/** A request that a receiver got. */
interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A receiver of audit entries over HTTP. */
export interface Receiver {
  readonly url: string;
  readonly requests: Received[];
  /** The bodies as messages, in the order of their arrival. */
  messages(): Message[];
  /** The status of the next answers; 0 sends none. */
  status: number;
  /** Called when a request is complete, before it is answered, and after the answer. */
  arrived: () => void;
  answered: () => void;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const requests: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      requests.push({ path: request.url!, headers: request.headers, body: Buffer.concat(chunks) });
      receiver.arrived();
      if (receiver.status === 0) return;
      response.writeHead(receiver.status).end(() => receiver.answered());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const receiver: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    messages: () => requests.map(({ body }) => JSON.parse(body.toString()) as Message),
    status: 204,
    arrived: () => {},
    answered: () => {},
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
