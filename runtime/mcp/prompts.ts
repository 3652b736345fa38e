import type { Catalogue, PromptTemplate } from "../contract/catalogue.js";
import type { Registry } from "../registry/registry.js";

/** The prompts whose tools are all visible. */
export function servedPrompts(catalogue: Catalogue, registry: Registry): readonly PromptTemplate[] {
  const known =
    served.get(registry) ??
    catalogue.prompts.filter(({ tools }) => tools.every((tool) => registry.find(tool) !== undefined));
  served.set(registry, known);
  return known;
}

/** Many server URLs share a registry, which has one catalogue. */
const served = new WeakMap<Registry, readonly PromptTemplate[]>();

/** The fault of a prompt's arguments, or undefined. */
export function promptFault(
  prompt: PromptTemplate,
  given: Readonly<Record<string, string>>,
): string | undefined {
  const names = prompt.arguments.map(({ name }) => name);
  const unknown = Object.keys(given)
    .filter((name) => !names.includes(name))
    .slice(0, 10);
  if (unknown.length > 0) {
    return `Prompt ${prompt.name} has no argument ${unknown.join(", ")}; it takes ${names.join(", ") || "none"}.`;
  }
  const missing = prompt.arguments
    .filter(({ name, required }) => required && !given[name])
    .map(({ name }) => name);
  return missing.length > 0 ? `Prompt ${prompt.name} needs ${missing.join(", ")}.` : undefined;
}

/**
 * The text of a prompt with its arguments filled in. `{#name}…{/name}` is only kept if the argument is given. Values of
 * arguments are never read as places.
 */
export function promptText({ text }: PromptTemplate, given: Readonly<Record<string, string>>): string {
  const value = (name: string) => (Object.hasOwn(given, name) ? given[name]! : "");
  return withoutAbsent(text, value)
    .replace(/\{(\w+)\}/g, (_whole, name: string) => value(name))
    .trim();
}

/** The text without the parts of missing arguments, and without the marks of the remaining parts. */
function withoutAbsent(text: string, value: (name: string) => string): string {
  const start = /\{#(\w+)\}/.exec(text);
  if (!start) return text;
  const [mark, name] = start as unknown as [string, string];
  const close = `{/${name}}`;
  const from = start.index + mark.length;
  const end = text.indexOf(close, from);
  if (end < 0) return text.slice(0, from) + withoutAbsent(text.slice(from), value);
  const inner = value(name) === "" ? "" : withoutAbsent(text.slice(from, end), value);
  return text.slice(0, start.index) + inner + withoutAbsent(text.slice(end + close.length), value);
}
