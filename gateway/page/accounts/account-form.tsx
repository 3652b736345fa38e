/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import type { Session } from "../../sessions.js";
import { RuleFields } from "./rule-fields.js";
import { IfMay } from "../if-may.js";
import { Csrf, Faults, NameField } from "../parts.js";
import { first, type Fields } from "../page-handler.js";
import { placeValue, type PlaceGroup } from "./account-input.js";

export interface AccountFormProps {
  readonly session: Session;
  /** One per API. */
  readonly groups: readonly PlaceGroup[];
  /** The account to change; undefined for a new one. */
  readonly account?: Account;
  readonly fields: Fields;
  readonly faults?: readonly string[];
}

/** Adds an account, or changes and removes one. */
export function AccountForm({ session, groups, account, fields, faults = [] }: AccountFormProps) {
  const title = groups.length === 1 ? groups[0]!.title : "the API";
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/accounts">Accounts</a>
          </p>
          <h1>{account ? account.name : "Add an account"}</h1>
        </div>
      </div>
      <form class="card narrow" method="post">
        <Csrf session={session} />
        <Faults faults={faults} />
        <NameField value={first(fields, "name") ?? account?.name} />
        <PlaceField {...{ groups, account, fields }} />
        <div class="field">
          <label for="api_key">API key</label>
          <KeyField groups={groups} />
          <span class="soft" id="key-note">
            {account ? "Leave it empty to keep the current key. " : ""}Kept encrypted and never shown again.
            {groups.filter(takesSeveral).map(({ title: name, credentials }) => (
              <> {`For ${name}: one key, or NAME=value on a line for each of ${credentials.join(", ")}.`}</>
            ))}
          </span>
        </div>
        <ReferenceField {...{ account, fields }} />
        <RuleFields rules={account?.approvals ?? {}} fields={fields} />
        <div class="field">
          <label class="choice">
            <input type="checkbox" name="unchecked" value="yes" />
            {`Save the key without checking it at ${title}`}
          </label>
        </div>
        <button class="primary">{account ? "Save" : "Add the account"}</button>
      </form>
      {account && <Removal {...{ account, session }} />}
    </>
  );
}

function ReferenceField({ account, fields }: Pick<AccountFormProps, "account" | "fields">) {
  return (
    <IfMay deed="change accounts" on="all">
      <div class="field">
        <label for="key_reference">Or where the gateway reads the key</label>
        <input
          id="key_reference"
          name="key_reference"
          value={first(fields, "key_reference") ?? account?.key_reference ?? ""}
          autocomplete="off"
          spellcheck={false}
          aria-describedby="reference-note"
        />
        <span class="soft" id="reference-note">
          file:/PATH, env:NAME or exec:COMMAND. The gateway’s operator must allow it.
        </span>
      </div>
    </IfMay>
  );
}

function takesSeveral({ credentials }: PlaceGroup): boolean {
  return credentials.length > 1;
}

/** Several credentials need several lines. */
function KeyField({ groups }: Pick<AccountFormProps, "groups">) {
  const common = {
    id: "api_key",
    name: "api_key",
    autocomplete: "off",
    "aria-describedby": "key-note",
  };
  return groups.some(takesSeveral) ? (
    <textarea {...common} rows={3} />
  ) : (
    <input {...common} type="password" />
  );
}

function PlaceField({ groups, account, fields }: Pick<AccountFormProps, "groups" | "account" | "fields">) {
  const kept = account && placeValue(account.api, account.region ?? account.base_url);
  const place = first(fields, "place") ?? kept;
  return (
    <div class="field">
      <label for="place">{groups.length > 1 ? "API and region" : "Region"}</label>
      <select id="place" name="place">
        {groups.length > 1
          ? groups.map((group) => (
              <optgroup label={group.title}>
                <Places group={group} now={place} />
              </optgroup>
            ))
          : groups.map((group) => <Places group={group} now={place} />)}
      </select>
    </div>
  );
}

function Removal({ account, session }: { readonly account: Account; readonly session: Session }) {
  return (
    <details class="narrow">
      <summary>Remove this account…</summary>
      <form method="post" action={`/accounts/${account.id}/delete`}>
        <Csrf session={session} />
        <p>Its key is deleted, and all its server URLs stop working at once.</p>
        <button class="danger">{`Remove ${account.name}`}</button>
      </form>
    </details>
  );
}

function Places({ group: { api, places }, now }: { readonly group: PlaceGroup; readonly now?: string }) {
  return (
    <>
      {places.map((place) => (
        <option value={placeValue(api, place)} selected={placeValue(api, place) === now}>
          {place}
        </option>
      ))}
    </>
  );
}

/** What to do about a key that the gateway could not check. */
export const uncheckedFix = "Tick “Save the key without checking it” to save it anyway.";
