/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ListedTool } from "../../../runtime/index.js";
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
export function ArgumentField({ tool, name, isRequired, value, picks, canFind = false }: ArgumentFieldProps) {
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
