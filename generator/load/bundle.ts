import { ImportError } from "./import-error.js";
import { keywordsOf, type ObjectKind, sectionOf } from "./allowed-content.js";
import {
  componentRef,
  isObject,
  type JsonObject,
  type OnMisfit,
  type Reference,
  refuse,
  rewrite,
} from "./rewrite.js";
import { componentsOf, Names, type Target } from "./names.js";
import { plainOf } from "./twins.js";

/** The files of a document: the URL of the main file, and the content of each file. */
export interface Library {
  readonly root: string;
  /** Called for every copied value. @throws ImportError if there are too many values or it takes too long. */
  spend(): void;
  /** @throws ImportError if a file cannot be read. */
  fileAt(url: string): unknown;
}

/**
 * Merges a library of files into one document of facts. Objects in `components` keep their names. They are only kept if
 * an operation uses them; security schemes always are. Objects from other files or places are shared under a name made
 * from their place. References stay references, so cycles survive.
 * @param onMisfit called for a schema that OpenAPI does not allow. If it returns, the schema takes anything.
 * @throws ImportError if the document is not valid OpenAPI, or refers to something that does not exist.
 */
export function bundle(library: Library, onMisfit: OnMisfit = refuse): JsonObject {
  return new Bundle(library, onMisfit).document();
}

type Shared = Map<ObjectKind, Map<string, JsonObject | boolean>>;

/** A document while it is merged. */
class Bundle {
  readonly #library: Library;
  readonly #root: Readonly<Record<string, unknown>>;
  readonly #names: Names;
  readonly #shared: Shared = new Map();
  /** Shared objects that have a name but are not copied yet. */
  readonly #waiting: (() => void)[] = [];
  /** Where references lead, by their file. Most are made many times. */
  readonly #targets = new Map<string, Target>();
  /** Path items that are being copied, to detect one that refers to itself. */
  readonly #inlined: string[] = [];
  readonly #onMisfit: OnMisfit;

  constructor(library: Library, onMisfit: OnMisfit) {
    this.#library = library;
    this.#onMisfit = onMisfit;
    this.#root = rootOf(library);
    this.#names = new Names(library.root, this.#root);
  }

  document(): JsonObject {
    this.#adoptAliases();
    const root = { ...this.#root, components: undefined };
    const document = this.#copy("Document", root, { file: this.#library.root, path: "" });
    for (const [kind, name] of componentsOf(this.#root)) {
      if (kind === "SecurityScheme") this.#shareOwn(kind, name);
    }
    do {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) next();
      this.#shareSubtypes();
    } while (this.#waiting.length > 0);
    return withComponents(document as JsonObject, this.#shared);
  }

  #copy(kind: ObjectKind, node: unknown, { file, path }: Omit<Target, "node">): JsonObject | boolean {
    const at = `${file === this.#library.root ? "" : file}#${path}`;
    const onReference = (reference: Reference) => this.#follow(reference, file);
    const onMisfit = this.#onMisfit;
    return rewrite(kind, node, at, { onReference, onMisfit, spend: () => this.#library.spend() });
  }

  #follow(reference: Reference, file: string): JsonObject {
    const { kind, beside } = reference;
    const target = this.#locate(reference, file);
    if (target instanceof ImportError) {
      if (kind !== "Schema") throw target;
      this.#onMisfit(target);
      return {};
    }
    if (sectionOf(kind) === undefined) return { ...this.#inline(kind, target, reference), ...beside };
    const plain = reference.byName ? undefined : plainOf(this.#root, target, this.#library.root);
    if (kind === "Schema" && plain !== undefined) {
      this.#shareOwn("Schema", plain.name);
      return plain.nullableReference;
    }
    const $ref = this.#share(kind, target);
    // Before OpenAPI 3.1, keywords next to a reference are ignored.
    return kind === "Schema" && !String(this.#root.openapi).startsWith("3.0")
      ? { $ref, ...beside }
      : { $ref };
  }

  #locate(reference: Reference, file: string): Target | ImportError {
    const key = `${file} ${reference.ref}`;
    const target = this.#targets.get(key) ?? locate(this.#library, reference, file);
    if (!(target instanceof ImportError)) this.#targets.set(key, target);
    return target;
  }

  #share(kind: ObjectKind, target: Target): string {
    const name = this.#names.nameOf(kind, target);
    const section = this.#shared.get(kind) ?? new Map<string, JsonObject | boolean>();
    this.#shared.set(kind, section);
    if (!section.has(name)) {
      section.set(name, {});
      const body = this.#names.bodyOf(kind, name) ?? target;
      this.#waiting.push(() => section.set(name, this.#copy(kind, body.node, body)));
    }
    return componentRef(kind, name);
  }

  #shareOwn(kind: ObjectKind, name: string): void {
    this.#share(kind, located(this.#library, ownReference(kind, name), this.#library.root));
  }

  /** Path items and similar objects have no section in OpenAPI 3.0, so they are copied into their place. */
  #inline(kind: ObjectKind, target: Target, reference: Reference): JsonObject {
    const key = target.file + target.path;
    if (this.#inlined.includes(key)) throw new ImportError(reference.at, "it refers to itself");
    this.#inlined.push(key);
    const found = this.#copy(kind, target.node, target) as JsonObject;
    this.#inlined.pop();
    return found;
  }

  /** `Pet: { $ref: ./pet.yaml }` in `components` gives the file's content a name: all references to it use `Pet`. */
  #adoptAliases(): void {
    for (const [kind, name, node] of componentsOf(this.#root)) {
      if (!isObject(node) || typeof node.$ref !== "string" || node.$ref.startsWith("#")) continue;
      this.#names.adopt(
        kind,
        name,
        located(this.#library, { ...ownReference(kind, name), ref: node.$ref }, this.#library.root),
      );
    }
  }

  /** A schema with a discriminator also needs the schemas that extend it, even if nothing refers to them. */
  #shareSubtypes(): void {
    const parents = [...(this.#shared.get("Schema") ?? [])]
      .filter(([, body]) => isObject(body) && body.discriminator !== undefined)
      .map(([name]) => componentRef("Schema", name));
    for (const [kind, name, node] of componentsOf(this.#root)) {
      if (kind !== "Schema" || !isObject(node) || !Array.isArray(node.allOf)) continue;
      if (node.allOf.some((part) => isObject(part) && parents.includes(String(part.$ref))))
        this.#shareOwn(kind, name);
    }
  }
}

function rootOf(library: Library): Readonly<Record<string, unknown>> {
  const root = library.fileAt(library.root);
  if (!isObject(root)) throw new ImportError("#", "an OpenAPI document is expected here");
  if (!/^3\.[012]\./.test(String(root.openapi))) {
    throw new ImportError(
      "#/openapi",
      `OpenAPI 3.0, 3.1 or 3.2 is expected, not ${JSON.stringify(root.openapi)}`,
    );
  }
  return root;
}

function ownReference(kind: ObjectKind, name: string): Reference {
  const ref = componentRef(kind, name);
  return { kind, ref, beside: {}, byName: false, at: ref };
}

/** @throws ImportError if a reference has no target */
function located(library: Library, reference: Reference, file: string): Target {
  const target = locate(library, reference, file);
  if (target instanceof ImportError) throw target;
  return target;
}

/** Deeper than pointers that lead through references to others. */
const MOST_HOPS = 20;

/**
 * Finds the target of a reference in `file`. A pointer may lead through other references: some tools write documents
 * with pointers into the document without references.
 */
function locate(library: Library, reference: Reference, file: string, hops = 0): Target | ImportError {
  const { ref } = reference;
  const url = URL.canParse(ref, file) ? new URL(ref, file) : undefined;
  const path = url && pointerOf(url);
  if (url === undefined || path === undefined)
    return new ImportError(reference.at, `${ref} is not a reference by JSON pointer`);
  url.hash = "";
  let node = library.fileAt(url.href);
  const steps = path.split("/").slice(1);
  for (const [index, step] of steps.entries()) {
    const through = isObject(node) && typeof node.$ref === "string" ? node.$ref : undefined;
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    const isThere = typeof node === "object" && node !== null && Object.hasOwn(node, key);
    if (!isThere && through !== undefined && hops < MOST_HOPS) {
      const joint = through.includes("#") ? "" : "#";
      const next = `${through}${joint}/${steps.slice(index).map(encodeURIComponent).join("/")}`;
      const found = locate(library, { ...reference, ref: next }, url.href, hops + 1);
      return found instanceof ImportError ? nowhere(reference) : found;
    }
    node = isThere ? Reflect.get(node as object, key) : undefined;
  }
  return node === undefined ? nowhere(reference) : { file: url.href, path, node };
}

function nowhere({ at, ref }: Reference): ImportError {
  return new ImportError(at, `it refers to ${ref}, which does not exist`);
}

/** The pointer in a URL's fragment; undefined if the fragment is an anchor or malformed. */
function pointerOf({ hash }: URL): string | undefined {
  try {
    const path = decodeURIComponent(hash.slice(1));
    return path === "" || path.startsWith("/") ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The document with its shared objects: sections in their order, and names by the alphabet. */
function withComponents(document: JsonObject, shared: Shared): JsonObject {
  if (shared.size === 0) return document;
  const sections = new Map([...shared].map(([kind, bodies]) => [sectionOf(kind)!, bodies]));
  const components = [...keywordsOf("Components").keys()].flatMap((section) => {
    const bodies = sections.get(section);
    return bodies ? [[section, Object.fromEntries([...bodies].sort(byName))] as const] : [];
  });
  return { ...document, components: Object.fromEntries(components) };
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
