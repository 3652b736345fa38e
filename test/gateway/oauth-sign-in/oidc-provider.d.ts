// oidc-provider brings no types of its own; this is as much of it as is used here.
declare module "oidc-provider" {
  import type { RequestListener } from "node:http";

  interface Context {
    readonly oidc: { readonly params?: Readonly<Record<string, unknown>> };
  }

  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): RequestListener;
  }

  export type { Context };
}
