import type { ServerResponse } from "node:http";
import type { McpService, Opening, Question } from "../../runtime/index.js";
import { askingRequest, createMcpServer, pageDone, pageRequest } from "../../runtime/serving.js";
import type { Grant } from "../tokens/grants.js";
import type { CallScope } from "./call-scope.js";
import type { Shown } from "./shown.js";
import type { SseTransport } from "./sse-transport.js";
import type { Views } from "./views.js";

/** One client of HTTP+SSE. */
export interface Stream {
  readonly transport: SseTransport;
  /** The credentials of the stream. Each message must match them. */
  readonly shown: Shown;
  authorization: string | undefined;
  grant: Grant;
  scope: CallScope;
  /** The protocol's, as the client asked for it at first. */
  revision?: unknown;
  /** Ends the wait for a page that the person refuses to open, by the page's id. */
  readonly pages: Map<string, () => void>;
  /** The server URL's as it stood at the last message. */
  service: McpService;
}

/** How often something is sent, in milliseconds. Some proxies close a silent stream after a minute or less. */
const silenceMs = 15_000;

/** Serves a stream until its response is closed. */
export async function serveStream(
  stream: Stream,
  response: ServerResponse,
  views: Views,
  report: (error: Error) => void,
): Promise<void> {
  const { transport } = stream;
  const server = createMcpServer(liveService(views, stream));
  const heartbeat = setInterval(() => transport.beat(), silenceMs);
  response.once("close", () => {
    clearInterval(heartbeat);
    void server.close().catch(report);
  });
  await server.connect(transport);
}

/** A service that answers as the server URL stands at each message, although the stream was opened earlier. */
function liveService(views: Views, stream: Stream): McpService {
  const notify = (message: object) => void stream.transport.send(message).catch(() => {});
  const send = (question: Question) => notify(askingRequest(question));
  const show: Extract<Opening, { way: "message" }>["show"] = (page, refused) => {
    stream.pages.set(page.id, refused);
    notify(pageRequest(page));
    return {
      end(isDone) {
        stream.pages.delete(page.id);
        if (isDone) notify(pageDone(page));
      },
    };
  };
  // These clients get a question as a message while the call waits.
  const callTool: McpService["callTool"] = (name, args, context) => {
    const asking = context.asking && ({ way: "message", send } as const);
    const opening = context.opening && ({ way: "message", show } as const);
    const { grant, scope } = stream;
    const asked = { ...context, asking, opening, scope };
    return views.use(grant, ({ service }) => service.callTool(name, args, asked));
  };
  const readResource: McpService["readResource"] = (uri, context) =>
    stream.service.readResource(uri, { ...context, scope: stream.scope });
  const calling: Partial<McpService> = { callTool, readResource };
  return new Proxy(stream.service, {
    get: (_opened, part: keyof McpService) => calling[part] ?? stream.service[part],
  });
}
