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
import { createView } from "./view/view.js";
import { World } from "./world.js";

export interface SandboxOptions {
  /** The repaired OpenAPI document, as a value. */
  readonly contract: ContractDocument;
  /** Names the organisation: the same name gives the same data. `empty` gives none. Default `default`. */
  readonly seed?: string;
  /** Faults to begin with; the control endpoint can change them. Default none. */
  readonly chaos?: Partial<ChaosOptions>;
  /** `false` switches the limit off. Default FireHydrant's: 50 requests in 10 s. */
  readonly rateLimit?: RateLimitOptions | false;
  /** The clock, for tests that can't wait. Default the machine's. */
  readonly now?: () => Date;
  /** The host listened on. Requests may name it. */
  readonly host?: string;
}

/** A FireHydrant of its own: its state lives in this value and nowhere else. */
export interface Sandbox {
  /** Answers one request: the API under /v1, the view at /, the control endpoint at /__control. */
  fetch(request: Request): Promise<Response>;
  /** The state, for checkers that live in the same process. */
  readonly world: World;
  /** Plants the seed anew, as of now, and ends all chaos. */
  reset(): void;
  /** Keeps the state as it is; what it answers brings it back, calm again and faster than a reset, and gives what is kept. */
  save(): () => Store;
}

/** Makes a sandbox. Throws if the contract is not consistent. */
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
  plant(world);
  const calm = (): void => {
    audit.clear();
    limit.reset();
    chaos.reset();
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
    fetch: createFetch(contract, { world, chaos, limit, audit, reset }, options.host),
  };
}

/** Answers requests: the control endpoint, the view, or the API with its manners. */
function createFetch(contract: Contract, parts: Controlled, host: string | undefined): Sandbox["fetch"] {
  const { world, chaos, limit, audit } = parts;
  const router = createRouter(contract);
  const dispatch = createDispatch(contract, behaviours);
  const view = createView(world, audit);
  const control = createControl(parts);

  const api = async (request: Request, incoming: Omit<Incoming, "body">, asked: Asked): Promise<Response> => {
    const limited = limit.check();
    if (limited) return limited;
    const match = router.match(incoming);
    asked.operation = match.operation.key;
    if (match.operation.key !== "GET /v1/noauth/ping") requireToken(request);
    const fault = await chaos.before();
    if (fault) return fault;
    // FireHydrant ignores query parameters that it does not know.
    const query = knownQuery(incoming.query, match.operation);
    const full: Incoming = { ...incoming, query, ...(await readIncoming(request)) };
    asked.body = full.body;
    router.validate(match, full);
    return chaos.after(await dispatch(match, full, world));
  };
  const answer = async (request: Request, url: URL): Promise<Response> => {
    const { method, path, ...rest } = describe(request, url);
    const asked: Asked = { operation: `${method} ${path}`, body: undefined };
    const response = await api(request, { method, path, ...rest }, asked).catch(refusal);
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

/** What the audit trail records of a request, filled in as the request is read. */
interface Asked {
  operation: string;
  body: unknown;
}

function knownQuery(query: Incoming["query"], { parameters }: Operation): Incoming["query"] {
  const known = new Set(parameters.filter((one) => one.in === "query").map(({ name }) => name));
  return Object.fromEntries(Object.entries(query).filter(([name]) => known.has(name)));
}

function refusal(error: unknown): Response {
  if (error instanceof ApiError) return error.toResponse();
  console.error(error);
  return new ApiError(500, "The sandbox failed; this is a fault of its own").toResponse();
}

function describe(request: Request, url: URL): Omit<Incoming, "body"> {
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    query[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return { method: request.method, path: url.pathname, headers: Object.fromEntries(request.headers), query };
}
