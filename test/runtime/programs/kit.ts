import type { Arguments, CallContext } from "../../../runtime/contract/caller.js";
import type { McpService } from "../../../runtime/mcp/service.js";
import { fireStub, page, type FireStub, type Reply, Status, uuid } from "../kit/fire-stub.js";
import type { View } from "../../../runtime/registry/registry.js";

/** Forty-five incidents, of which every third is a SEV1. */
const incidents = Array.from({ length: 45 }, (_, at) => ({
  id: uuid(at + 1),
  number: at + 1,
  name: `Incident ${at + 1}`,
  severity: at % 3 === 0 ? "SEV1" : "SEV3",
  description: "x".repeat(2_000),
  last_note: null,
  services: [{ id: uuid(900), name: "Checkout", labels: { tier: "1" } }],
}));

/** An account with incidents, and the code surface over it. */
export interface ProgramBench extends Pick<FireStub, "arrived" | "writes" | "close"> {
  readonly service: McpService;
  call(name: string, args: Arguments, context?: Partial<CallContext>): Promise<Result>;
  /** Runs a program, of run_write unless another tool is named. */
  run(program: string, tool?: string, context?: Partial<CallContext>): Promise<Result>;
}

interface Result {
  readonly value: unknown;
  readonly error?: {
    readonly kind: string;
    readonly message: string;
    readonly next?: string;
    readonly status?: number;
    readonly writes_made?: readonly { readonly call: number; readonly tool: string; readonly id?: string }[];
    readonly printed?: string;
  };
  readonly text: string;
}

export async function programBench(
  routes: Record<string, Reply> = {},
  view: View = {},
): Promise<ProgramBench> {
  const stub = await fireStub(
    {
      "GET /v1/incidents": (request) => page(incidents, request),
      "POST /v1/incidents": (request) =>
        new Status(201, { id: uuid(7), ...(request.body as object), number: 46 }),
      "GET /v1/teams": (request) => page([{ id: uuid(1), name: "Payments" }], request),
      [`GET /v1/incidents/${uuid(3)}`]: () => incidents[2],
      ...routes,
    },
    { view: { surface: "code", ...view }, resolveNames: false },
  );
  const service = stub.service();
  const call = async (name: string, args: Arguments, context: Partial<CallContext> = {}): Promise<Result> => {
    const outcome = await service.callTool(name, args, { signal: new AbortController().signal, ...context });
    const { text } = service.resultOf(outcome).content[0];
    const value = JSON.parse(text) as { error?: Result["error"] };
    return { value, text, ...(outcome.fault ? { error: value.error! } : {}) };
  };
  return {
    arrived: stub.arrived,
    writes: stub.writes,
    close: () => stub.close(),
    service,
    call,
    run: (program, tool = "run_write", context = {}) => call(tool, { program }, context),
  };
}
