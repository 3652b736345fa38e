import { isDeepStrictEqual } from "node:util";
import { change, type Change } from "../change.js";
import type { SchemaComparison } from "./compare.js";
import { defaultFacts, newInput } from "./input-facts.js";
import type { BodyContract, OperationContract, ParameterContract } from "./operation.js";
import { renamedInput, renames } from "./renames.js";
import { answerChanges } from "./answer-changes.js";
import type { Part } from "./same-text.js";
import { typeOf } from "./say.js";

/** The name of an argument, by its place and its request name. */
export type ArgumentName = (place: string, wire: string) => string;

/** All changes of an operation between two contracts. */
export function operationChanges(
  before: OperationContract,
  after: OperationContract,
  comparison: SchemaComparison,
  argument: ArgumentName,
): Change[] {
  const isSame = comparison.isSameText(before.source, after.source, "operation");
  const all = [
    ...securityChanges(before, after),
    ...(isSame ? [] : saidChanges(before, after, comparison, argument)),
  ];
  return [...new Map(all.map((one) => [`${one.kind} ${one.at ?? ""} ${one.says}`, one])).values()];
}

function saidChanges(
  before: OperationContract,
  after: OperationContract,
  comparison: SchemaComparison,
  argument: ArgumentName,
): Change[] {
  const isSame = (part: Part) => comparison.isSameText(before.source, after.source, part);
  return [
    ...deprecatedChanges(before, after),
    ...parameterChanges(before, after, comparison, argument),
    ...(isSame("requestBody") ? [] : bodyChanges(before.body, after.body, comparison, argument)),
    ...(isSame("responses") ? [] : answerChanges(before.answers, after.answers, comparison)),
  ];
}

function securityChanges(before: OperationContract, after: OperationContract): Change[] {
  return [
    ...listChange(before.security, after.security, "security-changed", SECURITY),
    ...listChange(before.servers, after.servers, "own-server-changed", SERVERS),
  ];
}

/** How a list of alternatives is printed. */
interface Wording {
  readonly at: string;
  readonly verb: string;
  /** The phrase for an empty list. */
  readonly none: string;
}

const SECURITY: Wording = { at: "security", verb: "wants", none: "is open to all" };
const SERVERS: Wording = { at: "servers", verb: "goes to", none: "uses the API's server" };

function listChange(
  before: readonly string[],
  after: readonly string[],
  kind: "security-changed" | "own-server-changed",
  { at, verb, none }: Wording,
): Change[] {
  if (isDeepStrictEqual(before, after)) return [];
  const phrase = (all: readonly string[]) => (all.length === 0 ? none : `${verb} ${all.join(" or ")}`);
  return [change(kind, `${phrase(after)} (before: ${phrase(before)})`, { at })];
}

function deprecatedChanges(before: OperationContract, after: OperationContract): Change[] {
  if (before.deprecated === after.deprecated) return [];
  return [
    after.deprecated
      ? change("deprecated", "is deprecated: the API may drop it")
      : change("undeprecated", "is no longer deprecated"),
  ];
}

function parameterChanges(
  before: OperationContract,
  after: OperationContract,
  comparison: SchemaComparison,
  argument: ArgumentName,
): Change[] {
  const [was, is] = [before.parameters, after.parameters];
  const renamed = new Map([
    ...renames(was, is, (one, other) => comparison.isSame(one.node, other.node, "request")),
    ...pathRenames(before, after),
  ]);
  const former = new Set(renamed.values());
  const keys = [...new Set([...was.keys(), ...is.keys()])].sort().filter((key) => !former.has(key));
  const nameOf = (key: string) => argument(key.slice(0, key.indexOf(" ")), key.slice(key.indexOf(" ") + 1));
  return keys.flatMap((key) => {
    const [from, at] = [renamed.get(key), nameOf(key)];
    const [one, other] = [was.get(from ?? key), is.get(key)];
    if (!other) return [change("argument-removed", "is gone", { at })];
    if (!one) return [newInput(other, at)];
    const name = from === undefined ? [] : [renamedInput(nameOf(from), at)];
    return [...name, ...sameParameter(one, other, comparison, at)];
  });
}

/** A parameter at the same position of the path is the same, whatever its name. */
function pathRenames(before: OperationContract, after: OperationContract): [string, string][] {
  const [was, is] = [before.pathParameters, after.pathParameters];
  if (was.length !== is.length) return [];
  return is.flatMap((name, index): [string, string][] => {
    const isRename = !was.includes(name) && !is.includes(was[index]!);
    return isRename ? [[`path ${name}`, `path ${was[index]!}`]] : [];
  });
}

function sameParameter(
  was: ParameterContract,
  is: ParameterContract,
  comparison: SchemaComparison,
  at: string,
): Change[] {
  return [
    ...requiredChange(was.required, is.required, at),
    ...(was.deprecated === is.deprecated
      ? []
      : [
          is.deprecated
            ? change("deprecated", "is deprecated", { at })
            : change("undeprecated", "is no longer deprecated", { at }),
        ]),
    ...defaultFacts(was.default, is.default, at),
    ...styleChange(was.style, is.style, at),
    ...comparison.changes(was.node, is.node, "request", at),
  ];
}

function styleChange(was: string, is: string, at: string): Change[] {
  if (was === is) return [];
  const says = `is written as ${is || "usual"}, and was ${was || "usual"}`;
  return [change("request-form-changed", says, { at })];
}

function requiredChange(before: boolean, after: boolean, at: string): Change[] {
  if (before === after) return [];
  return after
    ? [change("argument-required", "is now required", { at })]
    : [change("argument-optional", "is no longer required", { at })];
}

function bodyChanges(
  before: BodyContract | undefined,
  after: BodyContract | undefined,
  comparison: SchemaComparison,
  argument: ArgumentName,
): Change[] {
  if (!before && !after) return [];
  if (!before || !after) return wholeBody(before, after);
  const media = isDeepStrictEqual(before.media, after.media)
    ? []
    : [
        change(
          "request-form-changed",
          `takes ${after.media.join(", ")}, and took ${before.media.join(", ")}`,
          { at: "body" },
        ),
      ];
  const required =
    before.required === after.required
      ? []
      : [
          after.required
            ? change("body-required", "is now required", { at: "body" })
            : change("body-optional", "is no longer required", { at: "body" }),
        ];
  const inner = comparison.changes(before.node, after.node, "request", "").map((one) => ({
    ...one,
    at: argumentPath(one.at!, argument),
    ...(one.from === undefined ? {} : { from: argumentPath(siblingOf(one.at!, one.from), argument) }),
  }));
  const styles = [...new Set([...before.styles.keys(), ...after.styles.keys()])].flatMap((name) => {
    // A field that comes or goes is reported as such.
    if (!before.node.fields.has(name) || !after.node.fields.has(name)) return [];
    const [was = "", is = ""] = [before.styles.get(name), after.styles.get(name)];
    return styleChange(was, is, argument("body", name));
  });
  return [...media, ...required, ...styles, ...inner];
}

/** Fields of a body are arguments. Changes of the body itself, and of its further keys, are reported at `body`. */
function argumentPath(path: string, argument: ArgumentName): string {
  const [, field, rest] = path.match(/^\.([^.[]+)(.*)$/) ?? [];
  return field === undefined || field === "*" ? `body${path}` : argument("body", field) + rest;
}

/** The path of another field of the same object. */
function siblingOf(path: string, name: string): string {
  return path.slice(0, path.lastIndexOf(".") + 1) + name;
}

function wholeBody(before: BodyContract | undefined, after: BodyContract | undefined): Change[] {
  const body = (after ?? before)!;
  if (body.node.fields.size === 0) {
    const details = { at: "body" };
    if (!after) return [change("argument-removed", "is gone", details)];
    return [
      after.required
        ? change("argument-required", `is new and required (${typeOf(body.node)})`, details)
        : change("argument-added", `is new (${typeOf(body.node)})`, details),
    ];
  }
  return [...body.node.fields].map(([at, field]) => {
    if (!after) return change("argument-removed", "is gone", { at });
    return newInput({ ...field, required: field.required && after.required }, at);
  });
}
