import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Where the browser brings a client's code: a listener on loopback, as a desktop client has it. */
export interface Callback {
  readonly url: string;
  /** The parameters that the next visit brings. */
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
