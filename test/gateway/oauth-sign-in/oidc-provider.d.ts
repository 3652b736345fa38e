// oidc-provider has no types. These are the parts that tests use.
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
