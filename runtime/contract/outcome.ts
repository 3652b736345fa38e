import type { Fault } from "./fault.js";
import type { PageToOpen } from "./page-to-open.js";
import type { Question } from "./question.js";

/** An account's allowance: requests per window, remaining requests, and seconds until the window is free again. */
export interface RateLimit {
  readonly limit?: number;
  readonly remaining?: number;
  readonly reset?: number;
}

/** Notes of a result besides its value, such as the names that became ids. */
export type Remarks = Readonly<Record<string, unknown>>;

/** Metadata of every result for transports and programs. A model does not see it. */
export interface ResultMeta {
  /** The request's id, as in logs and at the API. */
  readonly request_id?: string;
  readonly ratelimit?: Required<RateLimit>;
  readonly retry_after_seconds?: number;
  /** Kinds of records that a search could not read, each with the reason. */
  readonly not_searched?: Readonly<Record<string, string>>;
}

/** An image, a sound or another file of an answer. */
export interface Media {
  /** Such as `image/png`. */
  readonly type: string;
  readonly base64: string;
}

/** The answer of a call, as data. The transport makes the text. */
export interface Answered {
  readonly value: unknown;
  readonly remarks?: Remarks;
  /** The API's binary answer, shown in addition to the text. */
  readonly media?: Media;
  /** The tool has an output schema, so the value is also sent as structured content. */
  readonly structured?: true;
  /** The value does not have the tool's own type, because `fields` or another tool made it. */
  readonly reshaped?: true;
  readonly meta?: ResultMeta;
  readonly fault?: undefined;
}

/** A failed call, or one that a person must approve first. */
export interface Failed {
  readonly fault: Fault;
  readonly meta?: ResultMeta;
  /** A question for the person at the client. Clients that cannot show it get the fault. */
  readonly question?: Question;
  /** A page that the person must open first. It is only set if the call's `opening` is. */
  readonly page?: PageToOpen;
}

/** The result of a call, until it leaves the server. */
export type CallOutcome = Answered | Failed;

/** A fault as the result of a call. */
export function failed(fault: Fault, ratelimit?: Required<RateLimit>): Failed {
  const wait = fault.retryAfterSeconds;
  return {
    fault,
    meta: {
      ...(ratelimit ? { ratelimit } : {}),
      ...(wait === undefined ? {} : { retry_after_seconds: wait }),
    },
  };
}
