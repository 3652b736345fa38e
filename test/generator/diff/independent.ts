import { follow, same, type Json } from "./independent-json.js";
import { schemaDifferences, type Side } from "./independent-schemas.js";

/*
 * A comparison of two OpenAPI documents that shares no code with the project's, to check the project's against. It
 * compares facts by path of a schema. Two documents differ at a path if their facts differ there.
 */

/** Differences by area: an operation's key and a place in it. */
export interface Difference {
  readonly area: Area;
  readonly operation: string;
  /** The path of a parameter or field, `answer…`, or the name of the changed fact. */
  readonly at: string;
}

export const areas = ["operations", "security", "servers", "parameters", "bodies", "answers"] as const;
export type Area = (typeof areas)[number];

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

export function differencesOf(base: Json, head: Json): Difference[] {
  const [before, after] = [operationsIn(base), operationsIn(head)];
  const found: Difference[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    if (!was || !is) found.push({ area: "operations", operation: key, at: "" });
    else found.push(...operationDifferences(key, base, head, was, is));
  }
  if (JSON.stringify(serversOf(base)) !== JSON.stringify(serversOf(head)))
    found.push({ area: "servers", operation: "", at: "servers" });
  if (
    JSON.stringify(sorted(base.components?.securitySchemes)) !==
    JSON.stringify(sorted(head.components?.securitySchemes))
  )
    found.push({ area: "security", operation: "", at: "schemes" });
  return found;
}

interface Found {
  readonly item: Json;
  readonly operation: Json;
}

function operationsIn(document: Json): Map<string, Found> {
  const found = new Map<string, Found>();
  for (const [path, given] of Object.entries(document.paths ?? {})) {
    if (!path.startsWith("/")) continue;
    const item = { ...follow(document, given), ...(given as object) };
    for (const method of METHODS)
      if (item[method]) found.set(`${method.toUpperCase()} ${path}`, { item, operation: item[method] });
  }
  return found;
}

function operationDifferences(
  operation: string,
  base: Json,
  head: Json,
  was: Found,
  is: Found,
): Difference[] {
  const area = (name: Area, paths: Iterable<string>): Difference[] =>
    [...paths].map((at) => ({ area: name, operation, at }));
  return [
    ...(same(securityOf(base, was), securityOf(head, is)) ? [] : area("security", ["security"])),
    ...(same(was.operation.servers ?? was.item.servers, is.operation.servers ?? is.item.servers)
      ? []
      : area("servers", ["servers"])),
    ...area("parameters", parameterDifferences(base, head, was, is)),
    ...area("bodies", isBodyRequired(base, was) === isBodyRequired(head, is) ? [] : ["body"]),
    ...area("bodies", contentDifferences(base, head, bodyOf(base, was), bodyOf(head, is), "request", "")),
    ...area("bodies", encodingDifferences(fieldsOf(base, was), fieldsOf(head, is))),
    ...area("answers", answerDifferences(base, head, was, is)),
  ];
}

function parameterDifferences(base: Json, head: Json, was: Found, is: Found): Set<string> {
  const [before, after] = [parametersOf(base, was), parametersOf(head, is)];
  const found = new Set<string>();
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [one, other] = [before.get(key), after.get(key)];
    const name = key.slice(key.indexOf(" ") + 1);
    if (!one || !other) found.add(name);
    else {
      if (Boolean(one.required) !== Boolean(other.required)) found.add(name);
      if (!same(follow(base, schemaIn(one))?.default, follow(head, schemaIn(other))?.default))
        found.add(name);
      if (!same(styleOf(one), styleOf(other))) found.add(name);
      if (Boolean(one.deprecated) !== Boolean(other.deprecated)) found.add(name);
      for (const path of schemaDifferences(base, head, schemaIn(one), schemaIn(other), "request"))
        found.add(name + path);
    }
  }
  return found;
}

/** A style that is stated may be the usual one of the place. */
function styleOf({ in: place, style, explode, allowReserved }: Json): Json {
  const used = style ?? (place === "query" || place === "cookie" ? "form" : "simple");
  return [used, explode ?? used === "form", allowReserved === true];
}

function parametersOf(document: Json, { item, operation }: Found): Map<string, Json> {
  const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((one) =>
    follow(document, one),
  );
  return new Map(
    all
      .filter((one) => one?.name !== undefined)
      .map((one) => [`${one.in} ${one.in === "header" ? String(one.name).toLowerCase() : one.name}`, one]),
  );
}

function schemaIn(parameter: Json): Json {
  return parameter.schema ?? (Object.values(parameter.content ?? {})[0] as Json)?.schema ?? parameter;
}

function bodyOf(document: Json, { operation }: Found): Json {
  return follow(document, operation.requestBody)?.content;
}

/** The fields of a body that is a form, with how each is written. */
function fieldsOf(document: Json, found: Found): Map<string, Json> {
  const content = bodyOf(document, found) ?? {};
  const type = Object.keys(content).find((name) => name.includes("form-urlencoded"));
  if (type === undefined || Object.keys(content).some((name) => name.includes("json"))) return new Map();
  const { schema, encoding = {} } = content[type];
  const names = Object.keys(follow(document, schema)?.properties ?? {});
  return new Map(names.map((name) => [name, styleOf({ in: "query", ...encoding[name] })]));
}

function encodingDifferences(before: Map<string, Json>, after: Map<string, Json>): string[] {
  return [...before.keys()].filter((name) => after.has(name) && !same(before.get(name), after.get(name)));
}

function isBodyRequired(document: Json, { operation }: Found): boolean {
  return follow(document, operation.requestBody)?.required === true;
}

function answerDifferences(base: Json, head: Json, was: Found, is: Found): Set<string> {
  const [before, after] = [answersOf(base, was), answersOf(head, is)];
  const found = new Set<string>();
  const statuses = (answers: Map<string, Json>) => [...answers.keys()].sort();
  if (!same(statuses(before), statuses(after))) found.add("answer");
  for (const [status, content] of before) {
    if (!after.has(status)) continue;
    for (const at of contentDifferences(base, head, content, after.get(status), "answer", "answer"))
      found.add(at);
  }
  return found;
}

function answersOf(document: Json, { operation }: Found): Map<string, Json> {
  const entries = Object.entries(operation.responses ?? {}).filter(([status]) => /^2/.test(status));
  return new Map(entries.map(([status, answer]) => [status, follow(document, answer)?.content]));
}

function contentDifferences(
  base: Json,
  head: Json,
  was: Json,
  is: Json,
  side: Side,
  root: string,
): Set<string> {
  const [one, other] = [schemaOfContent(was), schemaOfContent(is)];
  const at = root === "" ? "body" : root;
  const media = same(mediaIn(was), mediaIn(is)) ? [] : [at];
  if (one === undefined && other === undefined) return new Set(media);
  if (one === undefined || other === undefined) return new Set([at]);
  const paths = [...schemaDifferences(base, head, one, other, side)];
  const place = (path: string) => (path === "" ? at : root === "" ? path.replace(/^\./, "") : root + path);
  return new Set([...media, ...paths.map(place)]);
}

/** The schema of the most expressive media type. */
function schemaOfContent(content: Json): Json {
  const types = Object.keys(content ?? {});
  const type =
    types.find((name) => /^(?:application|text)\/json|\+json/.test(name)) ??
    types.find((name) => name.includes("form-urlencoded")) ??
    types.find((name) => name.includes("multipart"));
  const only = type ?? types.find((name) => content[name]?.schema !== undefined);
  return only === undefined ? undefined : (content[only].schema ?? {});
}

function mediaIn(content: Json): string[] {
  return Object.keys(content ?? {})
    .map((type) => type.split(";")[0]!.trim().toLowerCase())
    .sort();
}

function securityOf(document: Json, { operation }: Found): Json {
  const ways = (operation.security ?? document.security ?? []).map((way: object) => sorted(way));
  return [...new Set(ways.map((way: object) => JSON.stringify(way)))].sort();
}

function serversOf(document: Json): Json {
  return (document.servers ?? []).map(({ url, variables }: Json) =>
    sorted({ url: String(url).replace(/\/+$/, ""), variables: withoutWords(variables) }),
  );
}

function withoutWords(variables: Json): Json {
  return Object.fromEntries(
    Object.entries(variables ?? {}).map(([name, variable]: [string, Json]) => [
      name,
      { d: variable.default, e: variable.enum },
    ]),
  );
}

/** Without prose, and with keys and lists of names in a fixed order. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) return [...value].map(sorted).sort();
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => key !== "description" && !key.startsWith("x-"))
    .map(([key, inner]) => [
      key,
      key === "scopes" && !Array.isArray(inner) ? Object.keys(inner as object).sort() : sorted(inner),
    ]);
  return Object.fromEntries(entries.sort(([one], [other]) => (one! < other! ? -1 : 1)));
}
