import { admin, needsValue, toggle, type CommandRows, type Line } from "./row.js";

/** Filters of the log. */
const logFilterRows = (call: string, line: (line: string) => string | Line): CommandRows => ({
  account: {
    good: line(`${call} --account Acme`),
    bad: { line: `${call} --account Acmee`, fix: /Did you mean "Acme"/ },
  },
  server: {
    good: line(`${call} --server Kept`),
    bad: { line: `${call} --server Kpt`, fix: /Did you mean "Kept"/ },
  },
  actor: needsValue(call, "actor", line(`${call} --actor admin`)),
  kind: { good: line(`${call} --kind manage`), bad: `${call} --kind menage` },
  tool: needsValue(call, "tool", line(`${call} --tool list_incidents`)),
  outcome: needsValue(call, "outcome", line(`${call} --outcome ok`)),
});
const tailed = (line: string): Line => ({ line, until: /New entries appear here/ });

export const log: Readonly<Record<string, CommandRows>> = {
  "log show": {
    ...logFilterRows("log show", (line) => line),
    since: { good: "log show --since 2026-01-01", bad: "log show --since yesterday" },
    until: { good: "log show --until 2030-01-31T12:00:00Z", bad: "log show --until tomorrow" },
    sort: { good: "log show --sort=-at", bad: "log show --sort tool" },
    limit: { good: "log show --limit 2", bad: "log show --limit 201" },
    ...admin("log show", "log show"),
  },
  "log export": {
    format: { good: "log export --format csv", bad: "log export --format xml" },
    to: {
      good: "log export --to exported.jsonl",
      bad: { line: "log export --to no-such-folder/x", fix: /can't be written/ },
    },
    ...logFilterRows("log export", (line) => line),
    since: { good: "log export --since 2026-01-01", bad: "log export --since yesterday" },
    until: { good: "log export --until 2030-01-31T12:00:00Z", bad: "log export --until tomorrow" },
    url: { good: "log export --url $URL", bad: "log export --url nonsense" },
  },
  "log tail": {
    ...logFilterRows("log tail", tailed),
    json: toggle("log tail", "json", tailed("log tail --json")),
    url: { good: tailed("log tail --url $URL"), bad: "log tail --url nonsense" },
  },
  "log streams": admin("log streams", "log streams"),
  "log replay": admin("log replay", "log replay file"),
  "log verify": {
    head: { good: "log verify --head 0:", bad: "log verify --head abc" },
    ...admin("log verify", "log verify"),
  },
};
