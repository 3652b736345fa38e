import { ImportError } from "./import-error.js";
import { type ObjectKind, sectionOf } from "./positions.js";
import { asItStands, componentRef, isObject, type JsonObject, type Reference, rewrite } from "./rewrite.js";
import { componentsOf, Names, type Target } from "./names.js";
import { plainOf } from "./twins.js";

/** The files of a document: the URL of the one to begin with, and what stands in any of them. */
export interface Library {
  readonly root: string;
  /** Called for every value that is copied. @throws ImportError once they are too many, or it takes too long. */
  spend(): void;
  /** @throws ImportError where a file is not to be had. */
  fileAt(url: string): unknown;
}

/**
 * Makes one document of facts out of a library. What is shared in `components` keeps its name, and is carried only
 * if an operation reaches it (security schemes always are); what another file or another place holds is shared under
 * a name made from where it stands. Nothing is dereferenced, so cycles survive.
 * @throws ImportError where the document does not fit OpenAPI, or refers to what is not there.
 */
export function bundle(library: Library): JsonObject {
  const root = rootOf(library);
  const names = new Names(library.root, root);
  const shared = new Map<ObjectKind, Map<string, JsonObject | boolean>>();
  const waiting: (() => void)[] = [];
  const inlined: string[] = [];

  adoptAliases();
  const document = copy("Document", { ...root, components: undefined }, { file: library.root, path: "" });
  for (const [kind, name] of componentsOf(root)) if (kind === "SecurityScheme") shareOwn(kind, name);
  do {
    for (let next = waiting.shift(); next; next = waiting.shift()) next();
    shareSubtypes();
  } while (waiting.length > 0);
  return withComponents(document as JsonObject, shared);

  function copy(kind: ObjectKind, node: unknown, { file, path }: Omit<Target, "node">): JsonObject | boolean {
    const at = `${file === library.root ? "" : file}#${path}`;
    return rewrite(
      kind,
      node,
      at,
      (reference) => follow(reference, file),
      () => library.spend(),
    );
  }

  function follow(reference: Reference, file: string): JsonObject {
    const { kind, beside } = reference;
    const target = locate(library, reference, file);
    if (sectionOf(kind) === undefined) return { ...inline(kind, target, reference), ...beside };
    const plain = reference.byName ? undefined : plainOf(root, target, library.root);
    if (kind === "Schema" && plain !== undefined) {
      shareOwn("Schema", plain.name);
      return plain.nullableReference;
    }
    const $ref = share(kind, target);
    // Until OpenAPI 3.1 what stands beside a reference is ignored.
    return kind === "Schema" && !String(root.openapi).startsWith("3.0") ? { $ref, ...beside } : { $ref };
  }

  function share(kind: ObjectKind, target: Target): string {
    const name = names.nameOf(kind, target);
    const section = shared.get(kind) ?? new Map<string, JsonObject | boolean>();
    shared.set(kind, section);
    if (!section.has(name)) {
      section.set(name, {});
      const body = names.bodyOf(kind, name) ?? target;
      waiting.push(() => section.set(name, copy(kind, body.node, body)));
    }
    return componentRef(kind, name);
  }

  function shareOwn(kind: ObjectKind, name: string): void {
    share(kind, locate(library, ownReference(kind, name), library.root));
  }

  /** Path items and the like have no section of their own in OpenAPI 3.0: they are written where they are meant. */
  function inline(kind: ObjectKind, target: Target, { at }: Reference): JsonObject {
    const key = target.file + target.path;
    if (inlined.includes(key)) throw new ImportError(at, "it refers to itself");
    inlined.push(key);
    const found = copy(kind, target.node, target) as JsonObject;
    inlined.pop();
    return found;
  }

  /** `Pet: { $ref: ./pet.yaml }` in `components` names what the file holds: every reference to it goes by `Pet`. */
  function adoptAliases(): void {
    for (const [kind, name, node] of componentsOf(root)) {
      if (!isObject(node) || typeof node.$ref !== "string" || node.$ref.startsWith("#")) continue;
      names.adopt(kind, name, locate(library, { ...ownReference(kind, name), ref: node.$ref }, library.root));
    }
  }

  /** A schema with a discriminator also means the schemas that extend it, though nothing refers to them. */
  function shareSubtypes(): void {
    const parents = [...(shared.get("Schema") ?? [])]
      .filter(([, body]) => isObject(body) && body.discriminator !== undefined)
      .map(([name]) => componentRef("Schema", name));
    for (const [kind, name, node] of componentsOf(root)) {
      if (kind !== "Schema" || !isObject(node) || !Array.isArray(node.allOf)) continue;
      if (node.allOf.some((part) => isObject(part) && parents.includes(String(part.$ref))))
        shareOwn(kind, name);
    }
  }
}

function rootOf(library: Library): Readonly<Record<string, unknown>> {
  const root = library.fileAt(library.root);
  if (!isObject(root)) throw new ImportError("#", "an OpenAPI document is expected here");
  if (!/^3\.[01]\./.test(String(root.openapi))) {
    throw new ImportError("#/openapi", `OpenAPI 3.0 or 3.1 is expected, not ${JSON.stringify(root.openapi)}`);
  }
  return root;
}

function ownReference(kind: ObjectKind, name: string): Reference {
  const ref = componentRef(kind, name);
  return { kind, ref, beside: {}, byName: false, at: ref };
}

/** Finds what a reference means, seen from `file`. */
function locate(library: Library, { ref, at }: Reference, file: string): Target {
  const url = URL.canParse(ref, file) ? new URL(ref, file) : undefined;
  const path = url && pointerOf(url);
  if (url === undefined || path === undefined)
    throw new ImportError(at, `${ref} is not a reference by JSON pointer`);
  url.hash = "";
  let node = library.fileAt(url.href);
  for (const step of path.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const isThere = typeof node === "object" && node !== null && Object.hasOwn(node, key);
    node = isThere ? Reflect.get(node as object, key) : undefined;
  }
  if (node === undefined) throw new ImportError(at, `it refers to ${ref}, which is not there`);
  return { file: url.href, path, node };
}

/** The pointer in a URL's fragment; undefined where the fragment is an anchor or is malformed. */
function pointerOf({ hash }: URL): string | undefined {
  try {
    const path = decodeURIComponent(hash.slice(1));
    return path === "" || path.startsWith("/") ? path : undefined;
  } catch {
    return undefined;
  }
}

function withComponents(
  document: JsonObject,
  shared: ReadonlyMap<ObjectKind, ReadonlyMap<string, JsonObject | boolean>>,
): JsonObject {
  const sections = [...shared].map(
    ([kind, bodies]) => [sectionOf(kind), Object.fromEntries(bodies)] as const,
  );
  if (sections.length === 0) return document;
  const components = rewrite("Components", Object.fromEntries(sections), "#/components", asItStands);
  return { ...document, components: components as JsonObject };
}
