import type { z } from "zod";
import { hideTokens } from "../secrets/token.js";

const locations: Readonly<Record<string, string>> = {
  param: "path",
  query: "query",
  header: "header",
  json: "",
};

/** All faults of a part of a request, each with the name of the field. */
export function faultsOf(target: string, error: Pick<z.ZodError, "issues">): string[] {
  const location = locations[target] ?? target;
  return error.issues.flatMap((issue) => issueFaults(issue, location));
}

function issueFaults(issue: z.core.$ZodIssue, location: string): string[] {
  const path = issue.path.map((part, at) =>
    typeof part === "number" ? `[${part}]` : at > 0 ? `.${String(part)}` : part,
  );
  const name = `${location && `${location} `}${path.join("")}` || "body";
  if (issue.code === "unrecognized_keys") {
    const prefix = name === "body" || name === `${location} ` ? location && `${location} ` : `${name}.`;
    return issue.keys.map((key) => `${prefix}${shortened(key)}: unknown field`);
  }
  if (issue.code === "invalid_union" && issue.errors.length > 0) {
    const ways = issue.errors.map((issues) => issues.map(({ message }) => message).join(", "));
    return [`${name}: ${[...new Set(ways)].join(", or ")}`];
  }
  if (issue.code === "invalid_key") return issue.issues.map(({ message }) => `${name}: ${message}`);
  return [`${name}: ${issue.message}`];
}

/** A field's name from a request, safe to print in a message. */
function shortened(key: string): string {
  return hideTokens(key.slice(0, 1_000))
    .replace(/[^\x20-\x7e]/g, "?")
    .slice(0, 60);
}
