/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { exportFormats } from "../../audit/export-format.js";
import { isoOf } from "./times.js";

/** Links that download all entries of a search. */
export function ExportLinks({ query }: { readonly query: Readonly<Record<string, string>> }) {
  const { cursor: _cursor, limit: _limit, since, until, ...filters } = query;
  const times = { ...(since ? { since: isoOf(since) } : {}), ...(until ? { until: isoOf(until) } : {}) };
  const link = (format: string) =>
    `/log/export?${new URLSearchParams({ ...filters, ...times, format }).toString()}`;
  return (
    <p class="small row">
      Export all matching entries:
      {exportFormats.map((format) => (
        <a href={link(format)} download>
          {format.toUpperCase()}
        </a>
      ))}
    </p>
  );
}
