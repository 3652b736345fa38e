import {
  type Catalogue,
  createRegistry,
  methodGroups,
  nameStyles,
  type Registry,
  select,
  type Selection,
  SelectionError,
  surfaces,
} from "../runtime/index.js";
import { UsageError } from "./command/errors.js";
import { choice, list, type Flag, type Values } from "./command/flags.js";

const methods = Object.keys(methodGroups);

/** Which tools a client has. */
export const selectionFlags = {
  methods: list(`Only tools that do this: ${methods.join(", ")}`, {
    fault: (entry) => (methods.includes(entry) ? undefined : `any of ${methods.join(", ")}`),
  }),
  tags: list("Only tools with any of these tags"),
  tools: list("Only tools whose names match, such as 'list_*'"),
  deny: list("No tool whose name matches"),
};

/** Which tools a client sees and how they behave, for every command that serves tools. */
export const toolFlags = {
  surface: choice("Which tools are listed", surfaces, { shown: "curated; full for an API with few tools" }),
  names: choice("Under which names tools are listed", nameStyles, { default: "canonical" }),
  ...selectionFlags,
  "on-429": choice("On a 429 of the API: wait, or fail at once", ["pass", "wait"], { default: "wait" }),
};

export const redactFlag: Flag<readonly string[] | undefined> = list(
  "Hide more than secrets in results and logs: emails, or fields by name",
  {
    fault: (entry) =>
      /^[\p{L}\p{N} ._$-]{1,100}$/u.test(entry) ? undefined : "emails, or names of fields such as phone",
  },
);

/**
 * The service for a client.
 * @throws UsageError that names the flag
 */
export function registryFor(catalogue: Catalogue, flags: Values<typeof toolFlags>): Registry {
  const { surface, names, methods, tags, tools: allow, deny } = flags;
  const parts: Readonly<Record<string, Selection>> = {
    "--tags": { tags },
    "--tools": { allow },
    "--deny": { deny },
  };
  for (const [flag, part] of Object.entries(parts))
    if (Object.values(part)[0] !== undefined) named(flag, () => select(catalogue, part));
  if (surface !== undefined) named("--surface", () => createRegistry(catalogue, { surface }));
  return named("--methods, --tags, --tools, --deny", () =>
    createRegistry(catalogue, { surface, names, selection: { methods, tags, allow, deny } }),
  );
}

/** Names the flag of a selection's fault. */
function named<Result>(flag: string, make: () => Result): Result {
  try {
    return make();
  } catch (error) {
    throw error instanceof SelectionError ? new UsageError(`${flag}: ${error.message}`) : error;
  }
}
