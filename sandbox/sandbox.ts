import { ApiError } from "./api-error.js";
import { behaviours, computedFields } from "./behaviour/behaviours.js";
import { readContract, type Contract, type ContractDocument, type Operation } from "./contract/contract.js";
import { createRouter, type Incoming } from "./contract/router.js";
import { createDispatch } from "./dispatch.js";
import { createAuditTrail } from "./manners/audit.js";
import { requireToken } from "./manners/auth.js";
import { createChaos, type ChaosOptions } from "./manners/chaos.js";
import { createControl, type Controlled } from "./manners/control.js";
import { createRateLimit, type RateLimitOptions } from "./manners/rate-limit.js";
import { readIncoming } from "./manners/request.js";
import { refuseStrangers } from "./manners/strangers.js";
import { plant } from "./seed/plant.js";
import type { Store } from "./store/store.js";
import { createChangeWatch } from "./view/changes.js";
import { createView, type Links } from "./view/view.js";
import { World } from "./world.js";

export interface SandboxOptions {
  /** The repaired OpenAPI document, as a value. */
  readonly contract: ContractDocument;
  /** The name of the organisation. The same name gives the same data. `empty` gives no data. Default `default`. */
  readonly seed?: string;
  /** Faults at the start. The control endpoint can change them. Default none. */
  readonly chaos?: Partial<ChaosOptions>;
  /** `false` turns the rate limit off. By default it is FireHydrant's: 50 requests in 10 s. */
  readonly rateLimit?: RateLimitOptions | false;
  /** The clock, for tests that cannot wait. By default the machine's. */
  readonly now?: () => Date;
  /** The host listened on. Requests may name it. */
  readonly host?: string;
}

/** One FireHydrant account. This value holds its whole state. */
export interface Sandbox {
  /** Answers one request: the API under /v1, the view at /, the control endpoint at /__control. */
  fetch(request: Request): Promise<Response>;
  /** The state, for checkers in the same process. */
  readonly world: World;
  /** Plants the seed again, as of now, and ends all injected faults. */
  reset(): void;
  /** Saves the state. The result restores it without faults, faster than a reset, and can read the saved state. */
  save(): () => Store;
}

/** Makes a sandbox. Throws if the contract is inconsistent. */
export function createSandbox(options: SandboxOptions): Sandbox {
  const contract = readContract(options.contract);
  const world = new World(
    contract,
    options.seed ?? "default",
    options.now ?? (() => new Date()),
    computedFields,
  );
  const chaos = createChaos(options.chaos ?? {}, world);
  const limit = createRateLimit(options.rateLimit ?? {}, () => world.now().getTime());
  const audit = createAuditTrail(world);
  const watch = createChangeWatch(world);
  const links: Links = {};
  plant(world);
  watch.mark();
  const calm = (): void => {
    audit.clear();
    limit.reset();
    chaos.reset();
    watch.mark();
  };
  const reset = (): void => {
    world.reset();
    plant(world);
    calm();
  };
  return {
    world,
    reset,
    save: () => {
      const restore = world.save();
      return () => {
        calm();
        return restore();
      };
    },
    fetch: createFetch(contract, { world, chaos, limit, audit, watch, links, reset }, options.host),
  };
}

/** Answers requests: the control endpoint, the view, or the API with its manners. */
function createFetch(contract: Contract, parts: Controlled, host: string | undefined): Sandbox["fetch"] {
  const { world, chaos, limit, audit, watch, links } = parts;
  const router = createRouter(contract);
  const dispatch = createDispatch(contract, behaviours);
  const view = createView({ world, audit, watch, links });
  const control = createControl(parts);

  const api = async (request: Request, incoming: Described, asked: Asked): Promise<Response> => {
    const limited = limit.check();
    if (limited) return limited;
    const match = router.match(incoming);
    asked.operation = match.operation.key;
    if (match.operation.key !== "GET /v1/noauth/ping") requireToken(request);
    const fault = await chaos.before();
    if (fault) return fault;
    // FireHydrant ignores unknown query parameters.
    const query = knownQuery(incoming.query, match.operation);
    const headers = neededHeaders(request, match.operation);
    const full: Incoming = { ...incoming, query, headers, ...(await readIncoming(request)) };
    asked.body = full.body;
    router.validate(match, full);
    return chaos.after(await dispatch(match, full, world));
  };
  const answer = async (request: Request, url: URL): Promise<Response> => {
    const incoming = describe(request, url);
    const { method, path } = incoming;
    const asked: Asked = { operation: `${method} ${path}`, body: undefined };
    watch.before();
    const response = await api(request, incoming, asked).catch(refusal);
    audit.record({ ...asked, path, status: response.status });
    return limit.label(response);
  };

  return async (request) => {
    const url = new URL(request.url);
    world.tick();
    try {
      refuseStrangers(request, url, host);
      if (url.pathname.startsWith("/__control")) return await control(request, url);
      if (!url.pathname.startsWith("/v1/")) return view(request, url);
      return await answer(request, url);
    } catch (error) {
      return refusal(error);
    }
  };
}

/** The audit entry of a request, filled in step by step. */
interface Asked {
  operation: string;
  body: unknown;
}

function knownQuery(query: Incoming["query"], { parameters }: Operation): Incoming["query"] {
  const isKnown = (name: string) => parameters.some((one) => one.in === "query" && one.name === name);
  return Object.fromEntries(Object.entries(query).filter(([name]) => isKnown(name)));
}

function refusal(error: unknown): Response {
  if (error instanceof ApiError) return error.toResponse();
  console.error(error);
  return new ApiError(500, "Unexpected sandbox error. Your request was not the cause.").toResponse();
}

type Described = Pick<Incoming, "method" | "path" | "query">;

function describe(request: Request, url: URL): Described {
  return { method: request.method, path: url.pathname, query: url.search === "" ? {} : queryOf(url) };
}

function queryOf({ searchParams }: URL): Incoming["query"] {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return query;
}

/** The headers that the check reads. Copying all of them takes longer than the rest of the check. */
function neededHeaders({ headers }: Request, { parameters }: Operation): Incoming["headers"] {
  if (parameters.some((one) => one.in === "header" || one.in === "cookie"))
    return Object.fromEntries(headers);
  const type = headers.get("content-type");
  return type === null ? {} : { "content-type": type };
}
