import { canonical, type Catalogue, createRegistry, type Registry, type View } from "../../runtime/index.js";

/** Registries by what they were made of. Server URLs with the same tools share one, and with it their printed list. */
export type Registries = (catalogue: Catalogue, view: View) => Registry;

/** The least recently used one is dropped first. Views that have it keep it. */
const mostRegistries = 100;

export function createRegistries(): Registries {
  const kept = new Map<string, Registry>();
  return (catalogue, view) => {
    const key = `${catalogue.api.name} ${canonical(view)}`;
    const registry = kept.get(key) ?? createRegistry(catalogue, view);
    kept.delete(key);
    kept.set(key, registry);
    if (kept.size > mostRegistries) kept.delete(kept.keys().next().value!);
    return registry;
  };
}
