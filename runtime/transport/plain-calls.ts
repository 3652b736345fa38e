import { Cancellation } from "../contract/cancellation.js";
import { canShowForms } from "../mcp/asking.js";
import type { McpService } from "../mcp/service.js";
import type { Fields } from "../values/record.js";
import { answerCall } from "./call-answer.js";
import type { Exchange } from "./exchange.js";
import { plainRequest } from "./fast-path.js";

/** Calls over stdio that are answered without the SDK, for clients that began with `initialize`. */
export interface PlainCalls {
  /**
   * Answers a message if it is a plain call. Returns whether it is.
   * @param passOn gives the message to the SDK, which can ask a person
   */
  take(message: Fields, passOn: (message: Fields) => void): boolean;
  /** Cancels the call of an id, which then gets no answer. Returns whether there was one. */
  cancel(id: unknown): boolean;
}

interface Ways {
  /** Writes a message to the client. */
  readonly write: (message: object) => void;
  readonly report: (error: Error) => void;
}

/** @param initialize the client's first message, which names its capabilities */
export function createPlainCalls(
  service: McpService,
  initialize: string,
  { write, report }: Ways,
): PlainCalls {
  const { params } = JSON.parse(initialize) as { readonly params: { readonly capabilities: unknown } };
  const showsForms = canShowForms(params.capabilities);
  const underWay = new Map<unknown, Cancellation>();

  function exchangeOf(id: unknown, signal: Cancellation): Exchange {
    underWay.set(id, signal);
    const end = (message: object) => {
      if (underWay.get(id) === signal) underWay.delete(id);
      if (!signal.aborted) write(message);
    };
    return { signal, cancel: () => signal.abort(), notify: write, end };
  }

  return {
    take(message, passOn) {
      const plain = plainRequest(noHeaders, message);
      if (plain?.tool === undefined) return false;
      const exchange = exchangeOf(plain.id, new Cancellation());
      const ask = () => {
        underWay.delete(plain.id);
        passOn(message);
      };
      const call = { service, plain, tool: plain.tool, canAsk: false, exchange, served: noRequest, report };
      void answerCall(showsForms ? { ...call, ask } : call);
      return true;
    },
    cancel(id) {
      const call = underWay.get(id);
      call?.abort();
      return underWay.delete(id);
    },
  };
}

const noHeaders = {};
const noRequest = { client: undefined, scope: undefined };
