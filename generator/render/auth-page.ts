import type { Auth, Scheme, Ways } from "../../runtime/contract/auth.js";
import { FROM_FILES, sentAs, variableRows, waysText, whereToGet } from "../../runtime/contract/auth-words.js";
import type { Tool } from "../model/tool.js";
import type { Presentation } from "./catalogue.js";

/** `AUTH.md`: the credentials of an API, the variable of each, and where to get them. */
export function renderAuthPage(
  { title, auth, origins = {} }: Pick<Presentation, "title" | "auth" | "origins">,
  tools: readonly Tool[],
): string {
  const further = Object.entries(origins).flatMap(([name, origin]) => [
    `## ${name}`,
    `Operations of this origin are sent to ${origin.url}, with these credentials and no others.`,
    ...(origin.auth ? schemesOf(origin.auth) : ["It needs no credentials."]),
  ]);
  const own = auth
    ? [`Calls are sent with: ${waysText(auth.ways)}.`, ...schemesOf(auth), ...waysOf(tools)]
    : ["Calls are sent without credentials."];
  const parts = [
    `# Credentials of ${line(title)}`,
    "Generated. Do not edit.",
    ...own,
    ...further,
    ...(auth || further.length > 0 ? ["## Files", FROM_FILES] : []),
  ];
  return parts.join("\n\n");
}

function schemesOf({ schemes }: Auth): string[] {
  return Object.entries(schemes).flatMap(([name, scheme]) => [
    `## ${line(name)}`,
    `Sent as ${sentAs(scheme)}.`,
    [
      "| variable | holds |",
      "| --- | --- |",
      ...variableRows(scheme).map(({ variable, holds }) => `| \`${variable}\` | ${holds} |`),
    ].join("\n"),
    ...whereToGet(scheme).map(line),
    ...(isBareAuthorization(scheme) ? [HOW_TO_PREFIX] : []),
  ]);
}

/** This header usually has a word before the key. */
function isBareAuthorization(scheme: Scheme): boolean {
  return scheme.kind === "key" && /^authorization$/i.test(scheme.name) && scheme.prefix === "";
}

const HOW_TO_PREFIX =
  "If the API wants a word before the key, such as `Bearer`, set `prefix` under `auth:` in standpipe.yaml, or write it " +
  "before the key in the variable.";

/** Operations that are let in otherwise. */
function waysOf(tools: readonly Tool[]): string[] {
  const byWays = new Map<string, { readonly ways: Ways; readonly names: string[] }>();
  for (const { name, request } of tools) {
    if (!request.ways) continue;
    const key = JSON.stringify(request.ways);
    const known = byWays.get(key) ?? { ways: request.ways, names: [] };
    known.names.push(name);
    byWays.set(key, known);
  }
  if (byWays.size === 0) return [];
  const rows = [...byWays.values()].map(
    ({ ways, names }) => `- ${line(waysText(ways))}: ${names.join(", ")}`,
  );
  return ["## Tools with other credentials", rows.join("\n")];
}

/** Text of a document as one line of Markdown. Its angle brackets are shown, and make no HTML. */
function line(text: string): string {
  const parts = text.replaceAll(/[\s|]+/g, " ").split(CODE);
  return parts.map((part, at) => (at % 2 === 1 ? part : withoutTags(part))).join("");
}

/** Code in single backticks, which Markdown shows as it is. Two in a row begin code of another form. */
const CODE = /(?<!`)(`[^`]+`)(?!`)/;

function withoutTags(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
