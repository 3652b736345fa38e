import type { Catalogue, PromptTemplate } from "../contract/catalogue.js";
import type { Registry } from "../registry/registry.js";

/** The prompts whose tools are all visible. */
export function servedPrompts(catalogue: Catalogue, registry: Registry): PromptTemplate[] {
  return catalogue.prompts.filter(({ tools }) => tools.every((tool) => registry.find(tool) !== undefined));
}

/** What is wrong with the arguments given for a prompt, or nothing. */
export function promptFault(
  prompt: PromptTemplate,
  given: Readonly<Record<string, string>>,
): string | undefined {
  const names = prompt.arguments.map(({ name }) => name);
  const unknown = Object.keys(given).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    return `Prompt ${prompt.name} has no argument ${unknown.join(", ")}; it takes ${names.join(", ") || "none"}.`;
  }
  const missing = prompt.arguments
    .filter(({ name, required }) => required && !given[name])
    .map(({ name }) => name);
  return missing.length > 0 ? `Prompt ${prompt.name} needs ${missing.join(", ")}.` : undefined;
}

/**
 * The text of a prompt with its arguments in their places. `{#name}…{/name}` stands only when the argument is given.
 * What an argument holds is never read as a place itself.
 */
export function promptText({ text }: PromptTemplate, given: Readonly<Record<string, string>>): string {
  const value = (name: string) => (Object.hasOwn(given, name) ? given[name]! : "");
  const standing = (part: string): string =>
    part.replace(/\{#(\w+)\}([^]*?)\{\/\1\}/g, (_whole, name: string, inner: string) =>
      value(name) === "" ? "" : standing(inner),
    );
  return standing(text)
    .replace(/\{(\w+)\}/g, (_whole, name: string) => value(name))
    .trim();
}
