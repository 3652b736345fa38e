import { createRequire } from "node:module";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readContract } from "../../cli/generate/read-contract.js";
import { sandboxOf, type Answered, type Ask } from "../sandbox/any-api/kit.js";
import { bigDocuments, installed } from "./documents.js";
import { asJsonSchema, validator, type Json } from "./json-schema.js";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- documents and answers have any shape
type Loose = any;

/* The sandbox of real documents: what is created is kept, and every answer is valid by an independent validator. */

let packages: string;
beforeAll(async () => {
  packages = await installed();
});

/** How many of their collections are driven from creation to deletion; more of their bodies can't be made up. */
const CYCLES: Readonly<Record<string, number>> = { stripe: 12, okta: 8, box: 15, zoom: 10, figma: 1 };

describe.each(bigDocuments.filter(({ name }) => name in CYCLES))("$name", ({ name, path }) => {
  let contract: Json;
  let judge: (operation: string, answered: Answered) => string[];
  let ask: Ask;
  let laws: Readonly<Record<string, string>>;

  beforeAll(async () => {
    contract = await readContract(join(packages, path));
    const opened = sandboxOf(contract);
    ({ ask } = opened);
    ({ laws } = opened.sandbox);
    judge = judgeOf(contract);
  });

  it("keeps what is created: get shows it, list does, and after deletion it is missing", async () => {
    const faults: string[] = [];
    let cycles = 0;
    for (const operation of Object.keys(laws).filter((one) => laws[one] === "create")) {
      const place = operation.replace("POST ", "");
      if (place.includes("{")) continue;
      const item = itemOf(place, "GET", "get");
      const removal = itemOf(place, "DELETE", "remove");
      const body = bodyFor(contract, place, packages);
      if (!item || !removal || body === undefined) continue;
      const made = await ask("POST", place, body);
      // A sampler that follows less of a schema than is in it makes some bodies that are refused, rightly.
      if (made.status >= 300) continue;
      faults.push(...judge(operation, made));
      const { body: state } = await ask("GET", "/__control/state");
      const key = encodeURIComponent(state[place]?.at(-1)?.key as string);
      const got = await ask("GET", `${place}/${key}`);
      faults.push(...judge(item, got));
      if (got.status !== 200) faults.push(`${item} ${key}: ${got.status}`);
      const listed = await ask("GET", place);
      if (laws[`GET ${place}`] === "list" && listed.status === 200) {
        faults.push(...judge(`GET ${place}`, listed));
      }
      const removed = await ask("DELETE", `${place}/${key}`);
      // Some deletions need more than a key.
      if (removed.status === 400) continue;
      if (removed.status >= 300) faults.push(`${removal} ${key}: ${removed.status}`);
      const missing = await ask("GET", `${place}/${key}`);
      if (missing.status !== 404) faults.push(`${item} ${key} after deletion: ${missing.status}`);
      faults.push(...judge(item, missing));
      cycles += 1;
    }
    expect(faults).toEqual([]);
    expect(cycles).toBeGreaterThanOrEqual(CYCLES[name]!);
  });

  it("answers every GET with what the contract allows", async () => {
    const faults: string[] = [];
    for (const operation of Object.keys(laws).filter((one) => one.startsWith("GET "))) {
      const answered = await ask("GET", operation.slice(4).replaceAll(/\{[^}]*\}/g, "1"));
      if (answered.status >= 500) faults.push(`${operation}: ${answered.status} ${answered.note}`);
      else faults.push(...judge(operation, answered));
    }
    expect(faults).toEqual([]);
  });

  function itemOf(place: string, method: string, law: string): string | undefined {
    return Object.keys(laws).find(
      (one) =>
        laws[one] === law &&
        one.startsWith(`${method} ${place}/{`) &&
        one.split("/").length === place.split("/").length + 1,
    );
  }
});

/** Judges JSON answers that the contract declares. */
function judgeOf(contract: Json): (operation: string, answered: Answered) => string[] {
  const ajv = validator();
  ajv.addSchema({ $id: "contract", components: asJsonSchema(contract.components, true) });
  return (operation, { status, type, body }) => {
    const [method = "", path = ""] = operation.split(" ");
    const { responses } = (contract.paths as Loose)[path][method.toLowerCase()];
    const declared = follow(
      contract,
      responses[status] ?? responses[`${String(status)[0]}XX`] ?? responses.default,
    );
    const schema = Object.entries<Loose>(declared?.content ?? {}).find(([media]) => /json/.test(media))?.[1]
      .schema;
    if (!schema || !type?.includes("json")) return [];
    const text = JSON.stringify(asJsonSchema(schema)).replaceAll(`"#/`, `"contract#/`);
    const validate = ajv.compile(JSON.parse(text) as object);
    if (validate(body)) return [];
    const [error] = validate.errors!;
    return [
      `${operation} ${status}: ${error!.instancePath} ${error!.message} ${JSON.stringify(body).slice(0, 200)}`,
    ];
  };
}

/** A body as an independent library makes it of the schema. */
function bodyFor(contract: Json, path: string, folder: string): unknown {
  const { sample } = createRequire(join(folder, "any.js"))("openapi-sampler") as {
    sample(schema: object, options: object, document: object): unknown;
  };
  const { content = {} } = follow(contract, (contract.paths as Loose)[path].post.requestBody) ?? {};
  const [media = "", { schema = {} } = {}] = Object.entries<Loose>(content)[0] ?? [];
  try {
    const made = sample(schema as object, { skipReadOnly: true, quiet: true }, contract) as Record<
      string,
      unknown
    >;
    if (!media.includes("urlencoded")) return /json/.test(media) ? made : undefined;
    const scalars = Object.entries(made).filter(([, value]) => typeof value !== "object");
    return new URLSearchParams(scalars.map(([key, value]): [string, string] => [key, String(value)]));
  } catch {
    return undefined;
  }
}

function follow(contract: Json, node: Loose): Loose {
  const steps = typeof node?.$ref === "string" ? (node.$ref as string).slice(2).split("/") : undefined;
  return steps ? steps.reduce<Loose>((found, step) => found?.[step], contract) : node;
}
