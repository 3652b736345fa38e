import { createChaos, type ChaosOptions } from "../manners/chaos.js";
import { refuseStrangers } from "../manners/strangers.js";
import { ApiError } from "../api-error.js";
import { answerBy, validSample, type Making } from "./answers.js";
import { control } from "./control.js";
import { isJson, readApiDocument, type Declared, type Operation } from "./document.js";
import type { Json } from "../values.js";
import { faultsOf, readBody, Unreadable, type Incoming } from "./incoming.js";
import { createItems } from "./items.js";
import type { Law } from "./law.js";
import { LAWS, NOTES, requireParents, type Parts } from "./laws.js";
import { createCalls } from "./live/calls.js";
import { createChangeWatch } from "./live/changes.js";
import { createLiveView, type Links } from "./live/view.js";
import { Refusal, refused } from "./refusal.js";
import { planOperations, type Plan } from "./resources.js";
import { createRoutes } from "./routes.js";
import { State } from "./state.js";
import { statusNumber, successOf } from "./success.js";
import { createValidity } from "./validity.js";
import { createViews } from "./view.js";

export interface AnyApiSandboxOptions {
  /** An OpenAPI 3 document whose references all lead into itself. */
  readonly contract: Json;
  /** Names the made-up data: the same name gives the same data. `empty` gives none. Default `default`. */
  readonly seed?: string;
  /** Faults at the start. Default none. */
  readonly chaos?: Partial<ChaosOptions>;
  /** The clock, for tests that can't wait. Default the machine's. */
  readonly now?: () => Date;
  /** The host listened on. Requests may name it. */
  readonly host?: string;
}

/** A practice server of any API, made from its contract alone. */
interface AnyApiSandbox {
  /** Answers one request: the API at its paths, the control endpoint at /__control. */
  fetch(request: Request): Promise<Response>;
  /** What each operation does, by `METHOD /path/{template}`. */
  readonly laws: Readonly<Record<string, Law>>;
  /** What could not be inferred for an operation. Undefined if the operation uses the state. */
  readonly noteOn: (operation: string) => string | undefined;
  /** Forgets all changes and faults. */
  reset(): void;
}

/** The header with the kind of an answer: `state`, `sample`, `error` or `undeclared-error`. */
const HEADER = "standpipe-sandbox";
/** The header that explains what could not be inferred. */
const NOTE = "standpipe-sandbox-note";

/** Longer paths are not paths of an API. */
const MOST_PATH = 4_000;

export function createAnyApiSandbox(options: AnyApiSandboxOptions): AnyApiSandbox {
  const { seed = "default", now = () => new Date() } = options;
  const document = readApiDocument(options.contract);
  const view = createViews(document);
  const making: Making = { view, validity: createValidity(document), seed, now };
  const plans = planOperations(document, view);
  const routes = createRoutes(plans);
  const chaos = createChaos(options.chaos ?? {}, { seed });
  const state = new State();
  const parts: Parts = { state, making, items: createItems(state, making, seed !== "empty") };
  const laws = Object.fromEntries(plans.map(({ operation, law }) => [operation.key, law]));
  const calls = createCalls(now);
  const watch = createChangeWatch(state, now);
  const links: Links = {};
  const reset = () => {
    state.clear();
    chaos.reset();
    calls.clear();
    watch.mark();
  };
  const { title } = document;
  const about = { title, laws };
  const show = createLiveView({ title, state, calls, watch, links });

  return {
    laws,
    noteOn: (operation) => NOTES[laws[operation] ?? "sample"],
    reset,
    async fetch(request) {
      const url = new URL(request.url);
      try {
        refuseStrangers(request, url, options.host);
        if (url.pathname.startsWith("/__control"))
          return await control(request, url, { about, state, chaos, watch, links, reset });
        const { pathname } = url;
        const match = pathname.length > MOST_PATH ? undefined : routes.match(request.method, pathname);
        if (!match && request.method === "GET") {
          const isPerson = pathname !== "/" || request.headers.get("accept")?.includes("text/html");
          const shown = isPerson ? show(pathname) : Response.json({ ...about, state: state.dump() });
          if (shown) return shown;
        }
        if (!match) return unknownRoute(request.method, pathname, routes.methodsOf(pathname));
        watch.before();
        return await calls.record(
          match.found.operation.key,
          request,
          async () => (await chaos.before()) ?? (await chaos.after(await answer(request, url, match, parts))),
        );
      } catch (error) {
        return failure(error);
      }
    },
  };
}

interface Matched {
  readonly found: Plan;
  readonly path: Incoming["path"];
}

/** Reads, checks and answers one request of the API. */
async function answer(
  request: Request,
  url: URL,
  { found: plan, path }: Matched,
  parts: Parts,
): Promise<Response> {
  const { making } = parts;
  const { operation, law } = plan;
  try {
    const read = await readBody(request, operation, making.view);
    const incoming: Incoming = { path, query: url.searchParams, headers: request.headers, ...read };
    const faults = faultsOf(operation, incoming, making.view, making.validity);
    if (faults.length > 0) throw new Refusal("invalid", faults.slice(0, 10).join(" "));
    const declared = successOf(operation, law);
    const content = declared?.content;
    const schema = content && isJson(content.media) ? content.schema : undefined;
    const call = { plan, incoming, schema };
    requireParents(call, parts);
    const outcome = LAWS[law](call, parts);
    return success(declared, outcome, law, making);
  } catch (error) {
    if (error instanceof Refusal) return refusal(operation, error, making);
    if (error instanceof Unreadable) return refusal(operation, new Refusal("invalid", error.message), making);
    throw error;
  }
}

function success(
  declared: Declared | undefined,
  { value, thing }: ReturnType<(typeof LAWS)[Law]>,
  law: Law,
  making: Making,
): Response {
  const status = declared ? statusNumber(declared, 200) : 200;
  const headers = new Headers(requiredHeaders(declared, making));
  const mark = (kind: string, words: string | undefined) => {
    headers.set(HEADER, kind);
    if (words !== undefined) headers.set(NOTE, words);
  };
  mark(NOTES[law] === undefined ? "state" : "sample", NOTES[law]);
  const content = declared?.content;
  if (!content || status === 204 || status === 304) return new Response(null, { status, headers });
  if (!isJson(content.media)) {
    mark("sample", `The answer is ${content.media}, which the sandbox makes up.`);
    headers.set("content-type", content.media.includes("*") ? "text/plain" : content.media);
    return new Response(`sample of ${thing}`, { status, headers });
  }
  headers.set("content-type", content.media.includes("*") ? "application/json" : content.media);
  if (content.schema === undefined) return new Response(JSON.stringify(value ?? {}), { status, headers });
  const made =
    law === "sample"
      ? sampled(content.schema, thing, making)
      : answerBy(content.schema, value, thing, making);
  if (!made) return impossible();
  if (law !== "sample" && !made.isKept)
    mark(
      "sample",
      "The contract has no room for the item in this answer, so the answer is a made-up sample.",
    );
  return new Response(JSON.stringify(made.value), { status, headers });
}

function sampled(
  schema: unknown,
  thing: string,
  making: Making,
): { value: unknown; isKept: boolean } | undefined {
  const value = validSample(schema, thing, making);
  return value === undefined ? undefined : { value, isKept: true };
}

function requiredHeaders(declared: Declared | undefined, making: Making): Record<string, string> {
  const entries = Object.entries(declared?.headers ?? {}).map(
    ([name, schema]) => [name, String(validSample(schema, name, making) ?? "sample")] as const,
  );
  return Object.fromEntries(entries);
}

function refusal(operation: Operation, error: Refusal, making: Making): Response {
  const { status, media, body, isDeclared } = refused(operation, error, making);
  const headers = new Headers({ [HEADER]: isDeclared ? "error" : "undeclared-error" });
  if (!isDeclared) headers.set(NOTE, "The contract declares no answer for this error.");
  if (body === undefined) return new Response(null, { status, headers });
  headers.set("content-type", media);
  return new Response(isJson(media) ? JSON.stringify(body) : String(body), { status, headers });
}

function unknownRoute(method: string, path: string, methods: readonly string[]): Response {
  const known = methods.length > 0;
  const message = known ? `${method} is not allowed on ${path}.` : `The contract has no path ${path}.`;
  const headers = { [HEADER]: "undeclared-error", ...(known ? { allow: methods.join(", ") } : {}) };
  return Response.json({ message }, { status: known ? 405 : 404, headers });
}

function impossible(): Response {
  const message = "The sandbox found no answer that is valid by the contract.";
  return Response.json(
    { message },
    { status: 501, headers: { [HEADER]: "undeclared-error", [NOTE]: message } },
  );
}

function failure(error: unknown): Response {
  if (error instanceof ApiError) return error.toResponse();
  console.error(error);
  return Response.json({ message: "The sandbox failed. The request was not the cause." }, { status: 500 });
}
