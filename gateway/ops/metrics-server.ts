import { createServer, type Server } from "node:http";
import { listen } from "../../runtime/index.js";
import type { Metrics } from "./metrics.js";

/** Serves metrics on their own port. They need no token there, because the network restricts who can read them. */
export async function serveMetrics(
  port: number,
  host: string,
  { metrics, report }: { readonly metrics: Metrics; readonly report: (error: Error) => void },
): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    void metrics
      .text()
      .then((text) => response.writeHead(200, { "content-type": metrics.contentType }).end(text))
      .catch((error: Error) => {
        report(error);
        response.destroy();
      });
  });
  const { origin } = await listen(server, host, port, report);
  return { server, url: `${origin}/metrics` };
}
