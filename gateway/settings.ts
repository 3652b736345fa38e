import { z } from "zod";
import { readStreams, type StreamSettings } from "./audit/streams/sinks.js";
import { readChannels, type ChannelSettings } from "./consent/notices/channels.js";
import type { AuthorizationSettings } from "./authorization/authorization.js";
import { readKeySources, type KeySources } from "./accounts/references/settings.js";
import { readClientKey } from "./identity/client-key.js";
import type { OidcSettings } from "./identity/provider.js";
import type { OAuthSettings } from "./oauth/access-token.js";
import { isLocalHttp } from "./oauth/issuer.js";
import { scopeName } from "./oauth/config.js";
import { ownPaths } from "./ops/public-path.js";
import { splitAtCommas, withoutTrailingSlashes } from "../runtime/index.js";

/** The operator's settings from environment variables. */
export interface Settings {
  readonly databaseUrl?: string;
  /** Whether the start updates the database's schema. Otherwise it waits until `standpipe migrate` has done it. */
  readonly migrates: boolean;
  readonly adminToken?: string;
  /** Whether the admin token opens anything. */
  readonly adminTokenOn: boolean;
  /** Where people sign in. Absent if only the admin token opens the page. */
  readonly oidc?: OidcSettings;
  /** Gives clients access for people who sign in at the provider. Absent if it is off. */
  readonly authorization?: AuthorizationSettings;
  /** Groups of the provider whose members are owners of everything. */
  readonly ownerGroups: readonly string[];
  /** The gateway's public URL, such as `https://standpipe.example.com`. It may have a path. */
  readonly publicUrl?: string;
  /** Other host names that requests may use, without ports. */
  readonly allowedHosts: readonly string[];
  /** Origins of web pages that may use server URLs, such as `https://app.example.com`. */
  readonly allowedOrigins: readonly string[];
  /** Addresses and networks of trusted proxies, whose X-Forwarded-* headers count. */
  readonly trustedProxies: readonly string[];
  /** Base URLs for accounts besides their API's own: `URL`, or `api=URL`. */
  readonly baseUrls: readonly string[];
  /** What references to keys may read. */
  readonly keySources: KeySources;
  readonly oauth: OAuthSettings;
  /** Whether the log stores arguments' values, without secrets. */
  readonly auditValues: boolean;
  /** Whether writes are refused while the log cannot be written. */
  readonly auditRequired: boolean;
  readonly auditDays: number;
  /** Where the log is sent. */
  readonly auditStreams: readonly StreamSettings[];
  /** Where people get notices of calls that wait for approval. */
  readonly approvalChannels: readonly ChannelSettings[];
  /** Maximum requests at once. More are refused. */
  readonly mostRequests: number;
  /** A separate port for `/metrics`, without a token. */
  readonly metricsPort?: number;
  readonly logLevel: string;
}

const list = z.string().default("").transform(splitAtCommas);
const whole = (least: number, most: number) => {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};
const levels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
const url = z.url({ protocol: /^https?$/, error: "must be an http or https URL" });

/** `URL`, or `api=URL` if the gateway serves several APIs. */
const baseUrl = z
  .string()
  .refine(
    (text) => url.safeParse(text.replace(/^[\w-]+=/, "")).success,
    "must be http or https URLs, divided by commas, each alone or as api=URL",
  );

const issuer = z
  .url({ protocol: /^https?$/, error: "must be an https URL", abort: true })
  .refine((text) => text.startsWith("https:") || isLocalHttp(new URL(text)), "must be an https URL")
  .refine((text) => !/[?#]/.test(text), "must have no query and no fragment");

/** A web page's origin as browsers send it. */
const origin = z
  .string()
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    "must be origins such as https://app.example.com, without a path",
  );

/** A proxy may remove or forward the public URL's path, so it must not start like one of the gateway's own paths. */
const publicUrl = z
  .string()
  .refine(
    (text) => !ownPaths.has(new URL(text).pathname.split("/")[1]!),
    "its path is one that the gateway uses itself",
  );

const clientKey = z.string().superRefine((text, context) => {
  try {
    readClientKey(text);
  } catch (error) {
    context.addIssue({ code: "custom", message: (error as Error).message });
  }
});

const variables = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "it begins with postgres://")
    .optional(),
  STANDPIPE_MIGRATE: z.stringbool({ error: "must be true or false" }).default(true),
  STANDPIPE_ADMIN_TOKEN: z.string().min(24, "it needs at least 24 characters").optional(),
  STANDPIPE_ADMIN_TOKEN_ON: z.stringbool({ error: "must be true or false" }).default(true),
  STANDPIPE_OIDC_ISSUER: issuer.optional(),
  STANDPIPE_OIDC_CLIENT_ID: z.string().optional(),
  STANDPIPE_OIDC_CLIENT_SECRET: z.string().optional(),
  STANDPIPE_OIDC_CLIENT_KEY: clientKey.optional(),
  STANDPIPE_OIDC_SCOPES: z
    .string()
    .regex(/\bopenid\b/, "must contain openid")
    .default("openid profile email"),
  STANDPIPE_OIDC_GROUPS_CLAIM: z.string().default("groups"),
  STANDPIPE_AUTHORIZATION_SERVER: z.stringbool({ error: "must be true or false" }).default(false),
  STANDPIPE_CLIENT_REGISTRATION: z.stringbool({ error: "must be true or false" }).default(false),
  STANDPIPE_PERSON_CLAIM: z.string().optional(),
  STANDPIPE_OWNER_GROUPS: list,
  STANDPIPE_PUBLIC_URL: url.transform(withoutTrailingSlashes).pipe(publicUrl).optional(),
  STANDPIPE_ALLOWED_HOSTS: list,
  STANDPIPE_ALLOWED_ORIGINS: list.pipe(z.array(origin)),
  STANDPIPE_TRUSTED_PROXIES: list,
  STANDPIPE_BASE_URLS: list.pipe(z.array(baseUrl)),
  STANDPIPE_OAUTH_ISSUERS: list.pipe(z.array(issuer)),
  STANDPIPE_OAUTH_AUDIENCES: list,
  STANDPIPE_OAUTH_REQUIRED_SCOPES: list.pipe(z.array(scopeName)),
  STANDPIPE_OAUTH_GROUPS_CLAIM: z.string().default("groups"),
  STANDPIPE_OAUTH_CLOCK_TOLERANCE: whole(0, 300).default(30),
  STANDPIPE_AUDIT_VALUES: z.stringbool({ error: "must be true or false" }).default(false),
  STANDPIPE_AUDIT_REQUIRED: z.stringbool({ error: "must be true or false" }).default(true),
  STANDPIPE_AUDIT_DAYS: whole(1, 3650).default(90),
  STANDPIPE_MAX_REQUESTS: whole(1, 100_000).default(512),
  STANDPIPE_METRICS_PORT: whole(0, 65_535).optional(),
  STANDPIPE_LOG_LEVEL: z.enum(levels, { error: `must be one of ${levels.join(", ")}` }).default("info"),
});

/** Settings that need each other. */
const shape = variables
  .refine((given) => !given.STANDPIPE_OIDC_ISSUER || given.STANDPIPE_OIDC_CLIENT_ID, {
    path: ["STANDPIPE_OIDC_CLIENT_ID"],
    error: "is required with STANDPIPE_OIDC_ISSUER",
  })
  .refine((given) => !given.STANDPIPE_OIDC_CLIENT_SECRET || !given.STANDPIPE_OIDC_CLIENT_KEY, {
    path: ["STANDPIPE_OIDC_CLIENT_KEY"],
    error: "is instead of STANDPIPE_OIDC_CLIENT_SECRET, so set only one of them",
  })
  .refine(
    (given) =>
      !given.STANDPIPE_AUTHORIZATION_SERVER || (given.STANDPIPE_OIDC_ISSUER && given.STANDPIPE_PUBLIC_URL),
    {
      path: ["STANDPIPE_AUTHORIZATION_SERVER"],
      error: "can be true only with STANDPIPE_OIDC_ISSUER and STANDPIPE_PUBLIC_URL",
    },
  )
  .refine((given) => !given.STANDPIPE_CLIENT_REGISTRATION || given.STANDPIPE_AUTHORIZATION_SERVER, {
    path: ["STANDPIPE_CLIENT_REGISTRATION"],
    error: "can be true only with STANDPIPE_AUTHORIZATION_SERVER",
  })
  .refine((given) => given.STANDPIPE_ADMIN_TOKEN_ON || given.STANDPIPE_OIDC_ISSUER, {
    path: ["STANDPIPE_ADMIN_TOKEN_ON"],
    error: "can be false only with STANDPIPE_OIDC_ISSUER, because people could not sign in",
  });

/**
 * Reads environment variables. An empty one counts as not set.
 * @throws Error that names every invalid variable, and never a value
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const { data, error } = shape.safeParse(given);
  if (!data)
    throw new Error(error.issues.map(({ path, message }) => `${path[0]?.toString()}: ${message}`).join("\n"));
  return {
    databaseUrl: data.DATABASE_URL,
    migrates: data.STANDPIPE_MIGRATE,
    adminToken: data.STANDPIPE_ADMIN_TOKEN,
    adminTokenOn: data.STANDPIPE_ADMIN_TOKEN_ON,
    oidc: oidcOf(data),
    authorization: data.STANDPIPE_AUTHORIZATION_SERVER
      ? { registration: data.STANDPIPE_CLIENT_REGISTRATION }
      : undefined,
    ownerGroups: data.STANDPIPE_OWNER_GROUPS,
    publicUrl: data.STANDPIPE_PUBLIC_URL,
    allowedHosts: data.STANDPIPE_ALLOWED_HOSTS,
    allowedOrigins: data.STANDPIPE_ALLOWED_ORIGINS,
    trustedProxies: data.STANDPIPE_TRUSTED_PROXIES,
    baseUrls: data.STANDPIPE_BASE_URLS,
    keySources: readKeySources(given),
    oauth: {
      issuers: data.STANDPIPE_OAUTH_ISSUERS,
      audiences: data.STANDPIPE_OAUTH_AUDIENCES,
      requiredScopes: data.STANDPIPE_OAUTH_REQUIRED_SCOPES,
      groupsClaim: data.STANDPIPE_OAUTH_GROUPS_CLAIM,
      personClaim: data.STANDPIPE_PERSON_CLAIM,
      clockTolerance: data.STANDPIPE_OAUTH_CLOCK_TOLERANCE,
    },
    auditValues: data.STANDPIPE_AUDIT_VALUES,
    auditRequired: data.STANDPIPE_AUDIT_REQUIRED,
    auditDays: data.STANDPIPE_AUDIT_DAYS,
    auditStreams: readStreams(given),
    approvalChannels: readChannels(given),
    mostRequests: data.STANDPIPE_MAX_REQUESTS,
    metricsPort: data.STANDPIPE_METRICS_PORT,
    logLevel: data.STANDPIPE_LOG_LEVEL,
  };
}

function oidcOf(data: z.infer<typeof variables>): OidcSettings | undefined {
  if (data.STANDPIPE_OIDC_ISSUER === undefined) return undefined;
  return {
    issuer: data.STANDPIPE_OIDC_ISSUER,
    clientId: data.STANDPIPE_OIDC_CLIENT_ID!,
    clientSecret: data.STANDPIPE_OIDC_CLIENT_SECRET,
    clientKey: data.STANDPIPE_OIDC_CLIENT_KEY,
    scopes: data.STANDPIPE_OIDC_SCOPES,
    groupsClaim: data.STANDPIPE_OIDC_GROUPS_CLAIM,
    personClaim: data.STANDPIPE_PERSON_CLAIM,
    clockTolerance: data.STANDPIPE_OAUTH_CLOCK_TOLERANCE,
  };
}
