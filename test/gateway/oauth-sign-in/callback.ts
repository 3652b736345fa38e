import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Receives a client's code from the browser: a loopback listener, like that of a desktop client. */
export interface Callback {
  readonly url: string;
  /** The parameters of the next visit. */
  next(): Promise<URLSearchParams>;
  close(): Promise<void>;
}

export async function listenForCode(): Promise<Callback> {
  let tell: (params: URLSearchParams) => void = () => {};
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url!, "http://client");
    if (pathname === "/callback") tell(searchParams);
    response.end("You may close this page.");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/callback`,
    next: () => new Promise((resolve) => (tell = resolve)),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
