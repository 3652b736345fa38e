import { z } from "@hono/zod-openapi";
import type { Lasting } from "../lasting.js";
import { selectionFields } from "../options/selection-fields.js";

const share = z
  .strictObject(selectionFields)
  .partial()
  .openapi({ description: "A part of the server's tools. Empty means all." });

const shares = (name: z.ZodString, description: string) =>
  z
    .record(name, share)
    .refine((given) => Object.keys(given).length <= 100, "must have at most 100 entries")
    .openapi({ description });

/** The valid names of scopes (RFC 6749, section 3.3). */
export const scopeName = z
  .string()
  .max(200)
  .regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, "a scope has no spaces, quotes or backslashes");

/** The OAuth part of a server's config. If it is present, every request needs an access token. */
export const oauthConfig = z
  .strictObject({
    issuer: z
      .string()
      .max(500)
      .openapi({ description: "Only accept access tokens of this one of STANDPIPE_OAUTH_ISSUERS." }),
    scopes: shares(scopeName, "What each scope of an access token allows."),
    groups: shares(
      z.string().min(1).max(200),
      "What each group allows, by the name or id that the issuer uses.",
    ),
    without_token: z.boolean("must be true or false").openapi({
      description: "The URL without a token works too. Then only the access token is needed.",
    }),
  })
  .partial()
  .openapi("OAuthConfig", {
    description:
      "Every request must also have an access token, and gets the sum of what its scopes and groups allow.",
  });

/** A server's `oauth` config. */
export type OAuth = Lasting<z.infer<typeof oauthConfig>>;
