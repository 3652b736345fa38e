import type { Operation } from "../../../sandbox/contract/contract.js";
import { readContract } from "../../../sandbox/contract/contract.js";
import { findFamilies } from "../../../sandbox/contract/families.js";
import type { practice } from "./client.js";
import { loadContract } from "./contract.js";
import { bodyFor, queryFor, stateOf } from "./examples.js";
import type { Loose } from "./loose.js";
import { fillPath } from "./paths.js";

/** The sandbox's contract, and all its operations in an order in which each finds the records that it needs. */
export const contract = readContract(loadContract());
export const operations = inOrder([...contract.operations.values()]);

const families = findFamilies(contract);

/** Creates come first, so that later operations find records. Deletes come last, deepest first. */
function inOrder(operations: readonly Operation[]): Operation[] {
  const rank = ({ method, path }: Operation): number => {
    if (method === "DELETE" && path.endsWith("/inputs")) return 400;
    if (method === "DELETE") return 1000 - path.length;
    if (method === "POST" && path.endsWith("/unarchive")) return 2000;
    return method === "POST" || path === "/v1/signals/event_sources" ? path.length / 1000 : 500;
  };
  return [...operations].sort((a, b) => rank(a) - rank(b));
}

/** Sends one operation with an example of what it takes. */
export async function exercise(
  { sandbox, call, pass }: ReturnType<typeof practice>,
  operation: Operation,
): Promise<{ readonly status: number; readonly body: Loose; readonly sent: string }> {
  const state = stateOf(sandbox);
  const path = fillPath(operation.path, families, state) + queryFor(operation, state);
  const form = operation.path.endsWith("/attachments") || operation.path.includes("/images/");
  const body = form ? undefined : bodyFor(operation, state);
  const reply =
    form && operation.method !== "GET" && operation.method !== "DELETE"
      ? await upload(sandbox, operation.method, path)
      : await call(operation.method, path, body);
  pass(5);
  return { ...reply, sent: `${path} ${JSON.stringify(body)}` };
}

async function upload(sandbox: ReturnType<typeof practice>["sandbox"], method: string, path: string) {
  const form = new FormData();
  form.append("file", new File(["hello"], "graph.png", { type: "image/png" }));
  const response = await sandbox.fetch(
    new Request(`http://sandbox${path}`, { method, body: form, headers: { authorization: "Bearer fhb-x" } }),
  );
  return { status: response.status, body: await response.json() };
}
