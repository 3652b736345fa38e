import type { Command } from "../command/command.js";
import { defineAction } from "./action.js";
import type { AdminClient } from "./client.js";
import { findAccount } from "./find.js";
import { withFlagNames } from "./flag-names.js";
import { fields, table } from "./table.js";

interface List<Row> {
  /** Including the program: `standpipe token list`. */
  readonly name: string;
  readonly about: string;
  readonly path: string;
  /** The cells of the table, by title. */
  readonly columns: Readonly<Record<string, (row: Row) => string | null>>;
}

/** An action that prints all records of a path. */
export function defineList<Row>({ name, about, path, columns }: List<Row>): Command {
  return defineAction({
    name,
    about,
    async run(client) {
      const all = await client.all<Row>(path);
      const rows = all.map((row) => Object.values(columns).map((cell) => cell(row)));
      return { json: all, text: table(Object.keys(columns), rows) };
    },
  });
}

interface Removal {
  readonly name: string;
  readonly about: string;
  readonly path: string;
  /** What the JSON says of the record. */
  readonly is: "removed" | "revoked";
  /** What a person reads. */
  readonly text: string;
}

/** An action that deletes the record with an id. */
export function defineRemoval({ name, about, path, is, text }: Removal): Command {
  return defineAction({
    name,
    argument: "<id>",
    about,
    async run(client, _flags, id) {
      await client.ask("DELETE", `${path}/${encodeURIComponent(id)}`);
      return { json: { id, [is]: true }, text };
    },
  });
}

/** Makes a token, and shows it once. @param what `API token` */
export async function makeToken(
  client: AdminClient,
  path: string,
  what: string,
  body: Readonly<Record<string, unknown>>,
): Promise<{ readonly json: object; readonly text: string }> {
  const { token, ...made } = await withFlagNames({ expires_at: "--expires" }, () =>
    client.ask<Readonly<Record<string, unknown>> & { readonly token: string }>("POST", path, body),
  );
  return { json: { ...made, token }, text: `${fields(made)}\n\n${what}, shown this once:\n${token}` };
}

/** The id of the account that `--account` names; undefined without it. */
export async function accountIdOf(
  client: AdminClient,
  account: string | undefined,
): Promise<string | undefined> {
  return account === undefined ? undefined : (await findAccount(client, account, "--account")).id;
}
