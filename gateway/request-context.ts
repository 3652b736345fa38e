import type { Span } from "../runtime/index.js";

/** Facts of a request before its body is read. */
export interface RequestContext {
  readonly requestId: string;
  /** The client's address; from a trusted proxy, if there is one. */
  readonly address: string;
  /** The gateway's URL for the client, without a slash at the end. */
  readonly publicUrl: string;
  /** The span of the request, if it is traced. */
  readonly trace?: Span;
}
