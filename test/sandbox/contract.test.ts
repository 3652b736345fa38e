import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { readContract, type Operation } from "../../sandbox/contract/contract.js";
import { findFamilies } from "../../sandbox/contract/families.js";
import { practice } from "./kit/client.js";
import { loadContract } from "./kit/contract.js";
import { bodyFor, queryFor, stateOf } from "./kit/examples.js";
import { fillPath } from "./kit/paths.js";

const document = loadContract();
const contract = readContract(document);
const families = findFamilies(contract);
const ajv = formats.default(new Ajv({ strict: false, inlineRefs: false }));
for (const name of ["int32", "int64", "float", "double", "binary"]) ajv.addFormat(name, true);
ajv.addSchema(document, "contract");

/** The faults of an answer, by the original document with its references. */
function judge({ method, path, success }: Operation, body: unknown): string | undefined {
  if (!success.schema) return undefined;
  const steps = [
    "paths",
    path,
    method.toLowerCase(),
    "responses",
    String(success.status),
    "content",
    "application/json",
    "schema",
  ];
  const pointer = steps
    .map((step) => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1")))
    .join("/");
  return ajv.validate({ $ref: `contract#/${pointer}` }, body) ? undefined : ajv.errorsText();
}

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

async function exercise(
  { sandbox, call, pass }: ReturnType<typeof practice>,
  operation: Operation,
): Promise<string | undefined> {
  const state = stateOf(sandbox);
  const path = fillPath(operation.path, families, state) + queryFor(operation, state);
  const body =
    operation.path.endsWith("/attachments") || operation.path.includes("/images/")
      ? undefined
      : bodyFor(operation, state);
  const form = operation.path.endsWith("/attachments") || operation.path.includes("/images/");
  const reply =
    form && operation.method !== "GET" && operation.method !== "DELETE"
      ? await upload(sandbox, operation.method, path)
      : await call(operation.method, path, body);
  pass(5);
  if (reply.status !== operation.success.status)
    return `${operation.key} → ${reply.status} ${JSON.stringify(reply.body)} for ${path} ${JSON.stringify(body)}`;
  const problem = judge(operation, reply.body);
  return problem && `${operation.key} → ${problem} in ${JSON.stringify(reply.body).slice(0, 300)}`;
}

async function upload(sandbox: ReturnType<typeof practice>["sandbox"], method: string, path: string) {
  const form = new FormData();
  form.append("file", new File(["hello"], "graph.png", { type: "image/png" }));
  const response = await sandbox.fetch(
    new Request(`http://sandbox${path}`, { method, body: form, headers: { authorization: "Bearer fhb-x" } }),
  );
  return { status: response.status, body: await response.json() };
}

describe("the contract", () => {
  it("has 474 operations with valid answers, judged by an independent validator", async () => {
    const sandbox = practice();
    const wrong: string[] = [];
    for (const operation of inOrder([...contract.operations.values()])) {
      try {
        const problem = await exercise(sandbox, operation);
        if (problem) wrong.push(problem);
      } catch (error) {
        wrong.push(`${operation.key} → ${String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(contract.operations.size).toBe(474);
  }, 120_000);
});
