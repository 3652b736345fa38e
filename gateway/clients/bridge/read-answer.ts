import { EventSourceParserStream } from "eventsource-parser/stream";
import { parsedJson } from "../../../runtime/index.js";

/**
 * Passes on the messages in a server's answer, one by one or as a batch.
 * @returns the reason why a request in the message got no answer
 */
export async function readAnswer(response: Response, pass: (message: object) => void): Promise<string> {
  const { status, headers, body } = response;
  if (status >= 300 && status < 400) return redirection(response);
  if (headers.get("content-type")?.startsWith("text/event-stream") && body) {
    const events = body.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
    for await (const { data } of events) {
      const message = parsed(data);
      if (message) pass(message);
    }
    return "The server ended its answer before the result. Call again.";
  }
  const text = await response.text();
  const answer = parsed(text);
  if (answer && (Array.isArray(answer) || "jsonrpc" in answer)) pass(answer);
  else if (answer && "message" in answer) return String(answer.message);
  return text === ""
    ? `The server answered ${status} with no result.`
    : `The server answered ${status}, and not with MCP. Check the server URL.`;
}

/** Names the host of a redirect without the path, which may hold a token. */
function redirection({ status, url, headers }: Response): string {
  const place = headers.get("location");
  const origin = place !== null && URL.canParse(place, url) ? new URL(place, url).origin : "another place";
  return `The server answered ${status} and redirects to ${origin}. Connect to the server URL there.`;
}

/** An object or an array, undefined for any other text. */
function parsed(text: string): object | undefined {
  const value = parsedJson(text);
  return typeof value === "object" && value !== null ? value : undefined;
}
