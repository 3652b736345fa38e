/** The subset of OpenAPI's schema object that the sandbox reads. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

/** The parts of an OpenAPI 3.0 document that the sandbox reads. */
export interface ContractDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

/** One operation with resolved references. */
export interface Operation {
  /** `METHOD /path/{template}`, which stays the same when upstream renames things. */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: Schema;
  /** The first declared 2xx answer. `schema` is absent if the contract declares none. */
  readonly success: { readonly status: number; readonly schema?: Schema };
}

export interface Contract {
  /** The document with resolved references and with operation keys as operationIds. */
  readonly definition: ContractDocument;
  readonly operations: ReadonlyMap<string, Operation>;
}

const methods = ["get", "put", "post", "patch", "delete"];

interface RawOperation {
  readonly parameters?: readonly Parameter[];
  requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

/** Reads a contract. Throws if a reference points to nothing. */
export function readContract(document: ContractDocument): Contract {
  const definition = dereference(document);
  const operations = new Map<string, Operation>();
  for (const [path, item] of Object.entries(definition.paths)) {
    for (const method of methods) {
      const raw = item[method] as (RawOperation & { operationId?: string }) | undefined;
      if (!raw) continue;
      // A GET has no body, even if a document declares one.
      if (method === "get") delete raw.requestBody;
      const operation = readOperation(method, path, raw, (item.parameters ?? []) as Parameter[]);
      raw.operationId = operation.key;
      operations.set(operation.key, operation);
    }
  }
  return { definition, operations };
}

function readOperation(method: string, path: string, raw: RawOperation, shared: Parameter[]): Operation {
  const body = Object.values(raw.requestBody?.content ?? {})[0]?.schema;
  const status = Object.keys(raw.responses).find((code) => code.startsWith("2")) ?? "200";
  const schema = Object.values(raw.responses[status]?.content ?? {})[0]?.schema;
  return {
    key: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    parameters: [...shared, ...(raw.parameters ?? [])],
    body,
    success: { status: Number(status), schema },
  };
}

/** Resolves local references. Repeated schemas stay shared objects, so the result is a graph and stays small. */
function dereference(document: ContractDocument): ContractDocument {
  const resolved = new Map<string, unknown>();
  const resolve = (pointer: string): unknown => {
    if (!resolved.has(pointer)) resolved.set(pointer, walk(lookUp(document, pointer)));
    return resolved.get(pointer);
  };
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (node === null || typeof node !== "object") return node;
    const reference = (node as { $ref?: unknown }).$ref;
    if (typeof reference === "string") return resolve(reference);
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, walk(value)]));
  };
  return walk(document) as ContractDocument;
}

function lookUp(document: unknown, pointer: string): unknown {
  const steps = pointer
    .slice(2)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const found = steps.reduce<unknown>(
    (node, step) => (node as Record<string, unknown> | undefined)?.[step],
    document,
  );
  if (found === undefined) throw new Error(`The contract refers to ${pointer}, which it does not contain.`);
  return found;
}
