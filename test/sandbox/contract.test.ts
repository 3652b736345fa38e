import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import type { Operation } from "../../sandbox/contract/contract.js";
import { practice } from "./kit/client.js";
import { loadContract } from "./kit/contract.js";
import { contract, exercise, operations } from "./kit/exercise.js";

const document = loadContract();
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

async function problemOf(
  sandbox: ReturnType<typeof practice>,
  operation: Operation,
): Promise<string | undefined> {
  const { status, body, sent } = await exercise(sandbox, operation);
  if (status !== operation.success.status)
    return `${operation.key} → ${status} ${JSON.stringify(body)} for ${sent}`;
  const problem = judge(operation, body);
  return problem && `${operation.key} → ${problem} in ${JSON.stringify(body).slice(0, 300)}`;
}

describe("the contract", () => {
  it("has 474 operations with valid answers, judged by an independent validator", async () => {
    const sandbox = practice();
    const wrong: string[] = [];
    for (const operation of operations) {
      try {
        const problem = await problemOf(sandbox, operation);
        if (problem) wrong.push(problem);
      } catch (error) {
        wrong.push(`${operation.key} → ${String(error)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(contract.operations.size).toBe(474);
  }, 120_000);
});
