import { expect, it } from "vitest";
import { readContract, type Operation } from "../../sandbox/contract/contract.js";
import { findFamilies } from "../../sandbox/contract/families.js";
import { practice } from "../sandbox/kit/client.js";
import { loadContract } from "../sandbox/kit/contract.js";
import { bodyFor, queryFor, stateOf } from "../sandbox/kit/examples.js";
import { fillPath } from "../sandbox/kit/paths.js";
import { requestFor } from "./arguments.js";
import { loadSdk, type Method, type Sdk } from "./bundle.js";

const folder = process.env.SDK;
const contract = readContract(loadContract());
const families = findFamilies(contract);

/** Methods of SDK 1.2.1 that cannot send what the API needs, and why. */
const unsent: Readonly<Record<string, string>> = {
  incidentsCreateIncidentAttachment: "It takes a file's content, and the generated arguments are JSON.",
  retrospectivesCreateRetrospectiveTemplate: "It sends the flat keys that repairs.yaml repairs.",
  retrospectivesUpdateIncidentRetrospectiveField: "It sends numbers alone, and the contract takes texts.",
  scimPatchSCIMGroup: "It sends operations without a value.",
  scimPatchSCIMUser: "It sends operations without a value.",
};

if (!folder)
  throw new Error(
    "SDK names no folder. Clone github.com/firehydrant/firehydrant-typescript-sdk and pass it: make test-sdk SDK=…",
  );

it("FireHydrant's TypeScript SDK parses the sandbox's answer to each of its methods", async () => {
  const sdk = await loadSdk(folder);
  const outcomes = await callAll(sdk);
  const named = (kind: string) => outcomes.filter((one) => one.kind === kind).map(({ name }) => name);
  console.log(`${named("read").length} of ${outcomes.length} methods read an answer`);
  expect(named("ResponseValidationError")).toEqual([]);
  const others = outcomes.filter(({ kind }) => kind !== "read" && kind !== "not in the contract");
  expect(others.map(({ name }) => name).sort()).toEqual(Object.keys(unsent).sort());
  expect(named("read").length).toBeGreaterThanOrEqual(440);
});

interface Outcome {
  readonly name: string;
  readonly kind: string;
}

async function callAll(sdk: Sdk): Promise<Outcome[]> {
  const { sandbox, pass } = practice();
  const client = sdk.connect({
    apiKey: "fhb-practice",
    serverURL: "http://sandbox",
    httpClient: { request: (request: Request) => sandbox.fetch(request) },
  });
  const outcomes: Outcome[] = [];
  for (const method of [...sdk.methods].sort((a, b) => rank(a) - rank(b))) {
    const operation = contract.operations.get(method.key);
    outcomes.push({
      name: method.name,
      kind: operation ? await outcomeOf(method, operation) : "not in the contract",
    });
    pass(5);
  }
  return outcomes;

  async function outcomeOf(method: Method, operation: Operation): Promise<string> {
    const state = stateOf(sandbox);
    const path = fillPath(operation.path, families, state).split("/");
    const places = operation.path.split("/").flatMap((segment, at) => {
      return segment.startsWith("{") ? [[segment.slice(1, -1), decodeURIComponent(path[at]!)]] : [];
    });
    const query = [...new URLSearchParams(queryFor(operation, state))].map(([name, value]) => [
      name.replace("[]", ""),
      value,
    ]);
    const body = bodyFor(operation, state) as object | undefined;
    const given = { ...Object.fromEntries(query), ...body, ...Object.fromEntries(places) };
    const result = await method.run(client, requestOf(method, given, body));
    return result.ok ? "read" : result.error.name;
  }
}

function requestOf({ schema, takesList }: Method, given: Record<string, unknown>, body: unknown): unknown {
  if (takesList) return body;
  return schema === undefined ? undefined : requestFor(schema, given, body);
}

/** Creates come first, so that later operations find records. Deletes come last, deepest first. */
function rank({ key }: Method): number {
  const [method, path] = key.split(" ") as [string, string];
  if (method === "DELETE") return path.endsWith("/inputs") ? 400 : 1000 - path.length;
  if (path.endsWith("/unarchive")) return 2000;
  return method === "POST" || path === "/v1/signals/event_sources" ? path.length / 1000 : 500;
}
