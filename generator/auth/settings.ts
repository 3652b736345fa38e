import { z } from "zod";

const place = z.enum(["header", "query", "cookie"], "in: takes header, query or cookie");
const told = { about: z.string().optional(), url: z.url().optional() };

/** Names of headers, cookies and query parameters, without what could end them. */
const wireName = z
  .string()
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~[\]-]+$/, "a name has no blank, colon or line break");

const keyEntry = z.strictObject({
  in: place,
  name: wireName,
  /** What stands before the key. */
  prefix: z
    .string()
    .regex(/^[\x20-\x7e]*$/, "a prefix is plain text")
    .default(""),
  /** The prefix of every key. It is used to find and redact keys in texts. */
  starts: z.string().min(3).optional(),
  ...told,
});
const oauthEntry = z.strictObject({
  type: z.literal("oauth2"),
  token_url: z.url().optional(),
  scopes: z.array(z.string()).default([]),
  ...told,
});
const plainEntry = z.strictObject({ type: z.enum(["basic", "bearer", "digest", "mutual_tls"]), ...told });

/** A scheme in one text: `header:Authorization`, `header:Authorization:Token token=`, `basic`. */
const shorthand = z.string().transform((text, context): AuthEntry => {
  const entry = readShorthand(text);
  if (entry) return entry;
  context.addIssue({ code: "custom", message: `${SHORTHAND_FORM}, not "${text}"` });
  return z.NEVER;
});

export const SHORTHAND_FORM =
  "a scheme is header:NAME, header:NAME:PREFIX, query:NAME, cookie:NAME, bearer, basic, digest or mutual_tls";

const authEntry = z.union([keyEntry, oauthEntry, plainEntry, shorthand]);

/** `auth:` of `surface.yaml` and `standpipe.yaml`: one scheme, several that are sent together, or schemes by name. */
export const authSettings = z.union([
  shorthand,
  z.array(shorthand).min(1),
  z.record(z.string().regex(/^[\w.-]{1,60}$/, "a scheme's name is letters, digits, _, - and ."), authEntry),
]);

type KeyEntry = z.infer<typeof keyEntry>;
type OAuthEntry = z.infer<typeof oauthEntry>;
type PlainEntry = z.infer<typeof plainEntry>;

/** One scheme as a person writes it. */
export type AuthEntry = KeyEntry | OAuthEntry | PlainEntry;
export type AuthSettings = z.infer<typeof authSettings>;

/** A scheme in one text, or nothing where it is none. */
export function readShorthand(text: string): AuthEntry | undefined {
  const plain = plainEntry.safeParse({ type: text });
  if (plain.success) return plain.data;
  const [, where, name, prefix = ""] = /^(header|query|cookie):([^:]+)(?::(.*))?$/s.exec(text) ?? [];
  const entry = keyEntry.safeParse({ in: where, name, prefix });
  return entry.success ? entry.data : undefined;
}

/** Schemes by name; those in one text are named for what they are. */
export function namedEntries(settings: AuthSettings): Readonly<Record<string, AuthEntry>> {
  if (!Array.isArray(settings) && !isEntry(settings)) return settings;
  const entries = [settings].flat();
  return Object.fromEntries(entries.map((entry) => [nameOf(entry, entries), entry]));
}

/** Whether the settings name no schemes of the document, and so are all that is sent. */
export function isWhole(settings: AuthSettings): boolean {
  return Array.isArray(settings) || isEntry(settings);
}

function isEntry(settings: AuthSettings): settings is AuthEntry {
  const { in: place, type } = settings as { in?: unknown; type?: unknown };
  return typeof place === "string" || typeof type === "string";
}

function nameOf(entry: AuthEntry, among: readonly AuthEntry[]): string {
  if ("type" in entry) return entry.type;
  return among.length === 1 ? "key" : entry.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}
