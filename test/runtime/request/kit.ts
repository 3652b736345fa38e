import fc from "fast-check";
import { expect } from "vitest";
import { Fault } from "../../../runtime/contract/fault.js";
import { buildRequest } from "../../../runtime/request/build.js";
import type { BodyPlan, Method, RequestPlan } from "../../../runtime/contract/tool.js";

export const BASE = "https://api.example.com/prefix";

export function get(path: string, more: Partial<RequestPlan> = {}): RequestPlan {
  return { method: "GET", path, ...more };
}

export function send(method: Method, body: BodyPlan): RequestPlan {
  return { method, path: "/x", body };
}

export function pathOf(plan: RequestPlan, args: Record<string, unknown>): string {
  return buildRequest(plan, args, "https://h").url.slice("https://h".length);
}

/** The message for each argument; fails if there is no fault. */
export function refusal(plan: RequestPlan, args: Record<string, unknown>) {
  try {
    buildRequest(plan, args, BASE);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    expect(error.kind).toBe("invalid_arguments");
    return error.arguments ?? [];
  }
  throw new Error("It was not refused.");
}

/** The result, or undefined if the call was refused. */
export function attempt<T>(build: () => T): T | undefined {
  try {
    return build();
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
}

/** Text from all of Unicode, with many characters that are special in URLs, headers and forms. */
export function anyText(): fc.Arbitrary<string> {
  const pieces = [
    ".",
    "..",
    "/",
    "\\",
    "%2e",
    "%",
    "?",
    "#",
    "&",
    "=",
    "+",
    ",",
    " ",
    "[",
    "]",
    "\r\n",
    "\0",
    '"',
    "é",
    "🚒",
  ];
  return fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.array(fc.constantFrom(...pieces, "a"), { maxLength: 6 }).map((list) => list.join("")),
  );
}

export function base64(latin1: string): string {
  return Buffer.from(latin1, "latin1").toString("base64");
}
