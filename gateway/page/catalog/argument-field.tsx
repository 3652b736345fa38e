/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ListedTool } from "../../../runtime/index.js";
import { first, type Fields } from "../page-handler.js";
import { kindOf, propertyOf } from "./try.js";

interface ArgumentFieldProps {
  readonly tool: ListedTool;
  readonly name: string;
  readonly isRequired: boolean;
  readonly value: string | undefined;
  /** Values to pick, each with its name. */
  readonly picks?: readonly (readonly [value: string, name: string])[];
  /** Whether a button can look for values. */
  readonly canFind?: boolean;
}

/** The field of an argument, by its type. */
function ArgumentField({ tool, name, isRequired, value, picks, canFind = false }: ArgumentFieldProps) {
  const schema = propertyOf(tool, name);
  const kind = kindOf(schema);
  const [id, note] = [`arg-${name}`, `note-${name}`];
  const common = { id, name: `arg.${name}`, required: isRequired, "aria-describedby": note };
  const choices = schema.enum ?? [true, false];
  return (
    <div class="field">
      <label for={id}>
        <span class="mono">{name}</span>
        {!isRequired && <span class="soft small"> optional</span>}
      </label>
      {kind === "choice" && (
        <select {...common}>
          <option value="">–</option>
          {choices.map((choice) => (
            <option value={String(choice)} selected={String(choice) === value}>
              {String(choice)}
            </option>
          ))}
        </select>
      )}
      {kind === "text" &&
        (picks ? (
          <select {...common}>
            <option value="">–</option>
            {picks.map(([one, words]) => (
              <option value={one} selected={one === value}>
                {words}
              </option>
            ))}
          </select>
        ) : (
          <span class="copyline">
            <input {...common} value={value} autocomplete="off" />
            {canFind && (
              <button name="find" value={name} formnovalidate>
                Find<span class="aside">{` values of ${name}`}</span>
              </button>
            )}
          </span>
        ))}
      {kind === "number" && <input {...common} value={value} type="number" step="any" />}
      {kind === "json" && (
        <textarea {...common} rows={3} spellcheck={false}>
          {value ?? ""}
        </textarea>
      )}
      <span class="soft" id={note}>
        {schema.description}
        {kind === "json" && " As JSON."}
      </span>
    </div>
  );
}

/** The number of optional arguments that are shown at once. */
const MOST_SHOWN = 4;

interface ArgumentFieldsProps {
  readonly tool: ListedTool;
  readonly fields: Fields;
  readonly picks?: ReadonlyMap<string, ArgumentFieldProps["picks"]>;
  readonly findable?: ReadonlySet<string>;
}

/** A field for each argument. Many optional ones are in a part that opens, unless one of them has a value. */
export function ArgumentFields({
  tool,
  fields,
  picks = new Map(),
  findable = new Set(),
}: ArgumentFieldsProps) {
  const required = new Set(tool.inputSchema.required);
  const names = Object.keys(tool.inputSchema.properties);
  const optional = names.filter((name) => !required.has(name));
  const isUsed = optional.some((name) => picks.has(name) || first(fields, `arg.${name}`) !== undefined);
  const fieldsOf = (some: readonly string[]) =>
    some.map((name) => (
      <ArgumentField
        {...{ tool, name, picks: picks.get(name), canFind: findable.has(name) }}
        isRequired={required.has(name)}
        value={first(fields, `arg.${name}`)}
      />
    ));
  if (names.length === 0) return <p class="soft">It takes no arguments.</p>;
  return (
    <>
      {fieldsOf(names.filter((name) => required.has(name)))}
      {optional.length <= MOST_SHOWN ? (
        fieldsOf(optional)
      ) : (
        <details open={isUsed}>
          <summary>{`${optional.length} optional arguments`}</summary>
          <div>{fieldsOf(optional)}</div>
        </details>
      )}
    </>
  );
}
