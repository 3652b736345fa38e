import type { Dispatcher } from "undici";
import { gatherBody, type Body, type Bound } from "./body.js";
import type { Answer } from "../contract/answer.js";
import type { HeaderValues } from "../contract/answer.js";
import { sendFailureOf } from "./send-failure.js";

/**
 * Sends a request and collects its answer with undici's low-level events, because its promises and streams would take
 * as long as everything else together.
 * @param boundOf how much of a body is read, by the answer's status
 * @throws SendFailure if no usable answer came, or the signal aborted
 */
export function receive(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  signal: AbortSignal,
  boundOf: (status: number, headers: HeaderValues) => Bound,
): Promise<Answer> {
  let connection: Dispatcher.DispatchController | undefined;
  let body: Body | undefined;
  const cancel = () => connection?.abort(signal.reason as Error);
  signal.addEventListener("abort", cancel);

  const answer = new Promise<Answer>((resolve, reject) => {
    dispatcher.dispatch(request, {
      onRequestStart(controller) {
        connection = controller;
        if (signal.aborted) cancel();
      },
      onResponseStart(controller, status, given) {
        // Informational answers come before the real one.
        if (status < 200) return;
        const headers = headerValues(given);
        body = gatherBody(headers, boundOf(status, headers), controller);
        body.read.then(
          ({ bytes, isPart }) => resolve({ status, headers, body: bytes, ...(isPart ? { isPart } : {}) }),
          (error: unknown) => reject(sendFailureOf(error, status)),
        );
      },
      onResponseData: (_, part) => body!.take(part),
      onResponseEnd: () => body!.end(),
      onResponseError: (_, error) => (body ? body.fail(error) : reject(sendFailureOf(error))),
    });
  });
  return answer.finally(() => signal.removeEventListener("abort", cancel));
}

function headerValues(headers: Record<string, string | string[] | undefined>): HeaderValues {
  const isPlain = Object.values(headers).every((value) => typeof value === "string");
  if (isPlain) return headers as HeaderValues;
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : (value ?? ""),
    ]),
  );
}
