/** What is known of a request before anyone looks into it. */
export interface RequestContext {
  readonly requestId: string;
  /** The client's address; what a named proxy says of it, where one is in front. */
  readonly address: string;
  /** URL under which the client reaches the gateway, without a slash at its end. */
  readonly publicUrl: string;
}
