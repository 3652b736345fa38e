/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import type { Accounts } from "../../identity/roles.js";

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly now: string | undefined;
  readonly options: readonly (readonly [string, string])[];
}

/** A field with a list to choose from. */
export function Choice({ name, label, now, options }: ChoiceProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map(([value, words]) => (
          <option value={value} selected={value === now}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The accounts where a person may do something, and all accounts if they may do it everywhere. */
export function accountOptions(
  accounts: readonly Account[],
  everywhere: Accounts,
): readonly (readonly [string, string])[] {
  const own = everywhere === "all" ? accounts : accounts.filter(({ id }) => everywhere.includes(id));
  const all: readonly (readonly [string, string])[] = everywhere === "all" ? [["", "All accounts"]] : [];
  return [...all, ...own.map(({ id, name }) => [id, name] as const)];
}
