import { type ObjectKind, sectionOf } from "./allowed-content.js";
import { componentRef, isObject } from "./rewrite.js";

/** An object that a reference can point to. */
export interface Target {
  readonly file: string;
  /** A JSON pointer in the file; empty for the whole file. */
  readonly path: string;
  readonly node: unknown;
}

/** Chooses the names of shared objects in `components`. */
export class Names {
  readonly #taken = new Set<string>();
  readonly #chosen = new Map<string, string>();
  readonly #bodies = new Map<string, Target>();

  constructor(
    private readonly rootFile: string,
    root: Readonly<Record<string, unknown>>,
  ) {
    for (const [kind, name] of componentsOf(root)) {
      const ref = componentRef(kind, name);
      this.#taken.add(ref);
      this.#chosen.set(`${kind} ${rootFile}${ref}`, name);
    }
  }

  /** Gives the object at `target` a name that `components` already has for it. */
  adopt(kind: ObjectKind, name: string, target: Target): void {
    const key = `${kind} ${target.file}#${target.path}`;
    if (this.#chosen.has(key)) return;
    this.#chosen.set(key, name);
    this.#bodies.set(componentRef(kind, name), target);
  }

  /** The place of a shared object's content, if `adopt` moved it. */
  bodyOf(kind: ObjectKind, name: string): Target | undefined {
    return this.#bodies.get(componentRef(kind, name));
  }

  /** The name of the object at `target`. The first call chooses it. */
  nameOf(kind: ObjectKind, { file, path }: Target): string {
    const key = `${kind} ${file}#${path}`;
    const known = this.#chosen.get(key);
    if (known !== undefined) return known;
    const name = this.#freeName(kind, file, path);
    this.#taken.add(componentRef(kind, name));
    this.#chosen.set(key, name);
    return name;
  }

  #freeName(kind: ObjectKind, file: string, path: string): string {
    const isFree = (name: string) => !this.#taken.has(componentRef(kind, name));
    const base = legal(new URL(file).pathname.replace(/^.*\/|\.\w+$/g, ""));
    const own = legal(ownName(path)) || base;
    const wanted = [own, `${base}_${own}`].find(isFree);
    if (wanted !== undefined) return wanted;
    for (let count = 2; ; count++) if (isFree(`${own}_${count}`)) return `${own}_${count}`;
  }
}

const sharedKinds: readonly ObjectKind[] = [
  "Schema",
  "Parameter",
  "RequestBody",
  "Response",
  "Header",
  "Link",
  "Callback",
  "SecurityScheme",
];

/** All shared objects of a document, with kind and name. */
export function componentsOf(root: Readonly<Record<string, unknown>>): [ObjectKind, string, unknown][] {
  const { components } = root;
  if (!isObject(components)) return [];
  return sharedKinds.flatMap((kind) => {
    const section = components[sectionOf(kind) ?? ""];
    return isObject(section)
      ? Object.entries(section).map(([name, node]): [ObjectKind, string, unknown] => [kind, name, node])
      : [];
  });
}

/** `/components/schemas/Pet`, `/$defs/Pet` and `/Pet` are named Pet. A deeper object is named after its whole path. */
function ownName(path: string): string {
  return path.replace(/^\/(components\/\w+|\$defs|definitions)\//, "");
}

function legal(name: string): string {
  return name.replace(/(~[01]|%20|[^A-Za-z0-9.-])+/g, "_").replace(/^_|_$/g, "");
}
