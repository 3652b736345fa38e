import type { Dispatcher } from "undici";
import { gatherBody, type Body, type Bound } from "./body.js";
import type { Answer } from "../contract/answer.js";
import type { HeaderValues } from "../contract/answer.js";
import { sendFailureOf } from "./send-failure.js";
import type { CancelSignal } from "../contract/cancellation.js";

/**
 * Sends a request and collects its answer with undici's low-level events, because its promises and streams would take
 * as long as everything else together.
 * @param boundOf how much of a body is read, by the answer's status
 * @throws SendFailure if no usable answer came, or the signal aborted
 */
export function receive(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  signal: CancelSignal,
  boundOf: (status: number, headers: HeaderValues) => Bound,
): Promise<Answer> {
  let connection: Dispatcher.DispatchController | undefined;
  let body: Body | undefined;
  const cancel = () => connection?.abort(signal.reason);
  signal.addEventListener("abort", cancel);

  return new Promise<Answer>((resolve, reject) => {
    const fail = (error: unknown, status?: number) => {
      signal.removeEventListener("abort", cancel);
      reject(sendFailureOf(error, status));
    };
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
          ({ bytes, isPart }) => {
            signal.removeEventListener("abort", cancel);
            resolve({ status, headers, body: bytes, ...(isPart ? { isPart } : {}) });
          },
          (error: unknown) => fail(error, status),
        );
      },
      onResponseData: (_, part) => body!.take(part),
      onResponseEnd: () => body!.end(),
      onResponseError: (_, error) => (body ? body.fail(error) : fail(error)),
    });
  });
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
