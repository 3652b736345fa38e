import { record, text } from "./raw.js";

/** A server object's URL with each variable at its default, or nothing where there is no absolute URL. */
export function serverUrl(server: unknown): string | undefined {
  const { url, variables } = record(server);
  const filled = text(url)?.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    String(record(record(variables)[name]).default ?? ""),
  );
  return filled !== undefined && /^https?:\/\//.test(filled) ? filled.replace(/\/+$/, "") : undefined;
}
