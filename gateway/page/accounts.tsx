/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import {
  createAccount,
  deleteAccount,
  getAccount,
  listAccounts,
  updateAccount,
  type Account,
} from "../accounts/accounts.js";
import { accountChange, accountInput } from "../api/schemas/accounts.js";
import { faultsOf } from "../api/validation.js";
import { GatewayError } from "../error.js";
import type { Session } from "../sessions.js";
import { Csrf, Faults, Time } from "./layout.js";
import { first, visited, type Fields, type PageApp, type PageParts } from "./room.js";

/** Accounts: the list, and forms to add, change and remove one. */
export function mountAccountPages(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  const places = [...Object.keys(core.places.regions), ...core.places.baseUrls];

  page.get(
    "/",
    visited(parts, async ({ c, show }) => {
      const { result, next_cursor } = await listAccounts(core, { cursor: c.req.query("cursor"), limit: 50 });
      return show(
        { title: "Accounts", room: "accounts" },
        <AccountList accounts={result} next={next_cursor} />,
      );
    }),
  );
  page.get(
    "/accounts/new",
    visited(parts, ({ session, show }) =>
      show(
        { title: "Add an account", room: "accounts" },
        <AccountForm session={session} places={places} fields={{}} />,
      ),
    ),
  );
  page.post(
    "/accounts/new",
    visited(parts, async ({ c, session, act, fields, show }) => {
      const { data, error } = accountInput.safeParse(inputOf(fields, core.places.baseUrls));
      const again = (faults: readonly string[]) =>
        show(
          { title: "Add an account", room: "accounts" },
          <AccountForm session={session} places={places} fields={fields} faults={faults} />,
          400,
        );
      if (!data) return again(faultsOf("json", error));
      try {
        const { id } = await createAccount(core, data, act);
        return c.redirect(`/accounts/${id}`, 303);
      } catch (error) {
        return again(faultOf(error));
      }
    }),
  );
  page.get(
    "/accounts/:id/edit",
    visited(parts, async ({ c, session, show }) => {
      const account = await getAccount(core, c.req.param("id")!);
      return show(
        { title: account.name, room: "accounts" },
        <AccountForm {...{ session, places, account }} fields={{}} />,
      );
    }),
  );
  page.post(
    "/accounts/:id/edit",
    visited(parts, async ({ c, session, act, fields, show }) => {
      const account = await getAccount(core, c.req.param("id")!);
      const again = (faults: readonly string[]) =>
        show(
          { title: account.name, room: "accounts" },
          <AccountForm {...{ session, places, account, fields, faults }} />,
          400,
        );
      const { api_key, name, ...place } = inputOf(fields, core.places.baseUrls);
      const isMoved =
        place.region !== (account.region ?? undefined) ||
        (place.base_url ?? account.base_url) !== account.base_url;
      const wanted = {
        name,
        ...(api_key === undefined ? { verify: undefined } : { api_key }),
        ...(isMoved ? place : { verify: place.verify }),
      };
      const { data, error } = accountChange.safeParse(wanted);
      if (!data) return again(faultsOf("json", error));
      try {
        await updateAccount(core, account.id, data, act);
        return c.redirect(`/accounts/${account.id}`, 303);
      } catch (error) {
        return again(faultOf(error));
      }
    }),
  );
  page.post(
    "/accounts/:id/delete",
    visited(parts, async ({ c, act }) => {
      await deleteAccount(core, c.req.param("id")!, act);
      return c.redirect("/", 303);
    }),
  );
}

/** What a person can put right; all else goes on up. */
export function faultOf(error: unknown): readonly string[] {
  if (error instanceof GatewayError && error.statusCode !== 404) return error.message.split("; ");
  throw error;
}

function inputOf(fields: Fields, baseUrls: readonly string[]) {
  const place = first(fields, "place");
  return {
    name: first(fields, "name") ?? "",
    api_key: first(fields, "api_key"),
    ...(place !== undefined && baseUrls.includes(place) ? { base_url: place } : { region: place }),
    ...(first(fields, "unchecked") === undefined ? {} : { verify: false }),
  } as { name: string; api_key?: string; region?: string; base_url?: string; verify?: boolean };
}

function AccountList({
  accounts,
  next,
}: {
  readonly accounts: readonly Account[];
  readonly next: string | null;
}) {
  return (
    <>
      <div class="head">
        <h1>Accounts</h1>
        <a class="button primary" href="/accounts/new">
          Add an account
        </a>
      </div>
      {accounts.length === 0 ? (
        <p class="card empty">No account yet. An account is a FireHydrant organisation with its API key.</p>
      ) : (
        <div class="card tablecard">
          <table>
            <thead>
              <tr>
                <th scope="col">Account</th>
                <th scope="col">Region</th>
                <th scope="col">Key checked</th>
                <th scope="col">Added</th>
              </tr>
            </thead>
            <tbody>
              {accounts.map(({ id, name, region, base_url, verified_at, created_at }) => (
                <tr>
                  <td data-label="Account">
                    <a href={`/accounts/${id}`}>{name}</a>
                  </td>
                  <td data-label="Region">{region ?? base_url}</td>
                  <td data-label="Key checked">
                    <Time at={verified_at} none="not checked" />
                  </td>
                  <td data-label="Added">
                    <Time at={created_at} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next && (
        <a class="button" href={`/?cursor=${encodeURIComponent(next)}`}>
          Older
        </a>
      )}
    </>
  );
}

interface AccountFormProps {
  readonly session: Session;
  readonly places: readonly string[];
  /** The one to change; none where one is added. */
  readonly account?: Account;
  readonly fields: Fields;
  readonly faults?: readonly string[];
}

function AccountForm({ session, places, account, fields, faults = [] }: AccountFormProps) {
  const place = first(fields, "place") ?? account?.region ?? account?.base_url ?? places[0];
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/">Accounts</a>
          </p>
          <h1>{account ? account.name : "Add an account"}</h1>
        </div>
      </div>
      <form class="card narrow" method="post">
        <Csrf session={session} />
        <Faults faults={faults} />
        <div class="field">
          <label for="name">Name</label>
          <input
            id="name"
            name="name"
            required
            maxlength={200}
            value={first(fields, "name") ?? account?.name}
          />
        </div>
        <div class="field">
          <label for="place">Region</label>
          <select id="place" name="place">
            {places.map((name) => (
              <option value={name} selected={name === place}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="api_key">API key</label>
          <input
            id="api_key"
            name="api_key"
            type="password"
            required={!account}
            autocomplete="off"
            aria-describedby="key-note"
          />
          <span class="soft" id="key-note">
            {account ? "Leave it empty to keep the one there is. " : ""}Kept encrypted and never shown again.
          </span>
        </div>
        <div class="field">
          <label class="choice">
            <input type="checkbox" name="unchecked" value="yes" />
            Keep the key without asking FireHydrant about it
          </label>
        </div>
        <button class="primary">{account ? "Save" : "Add the account"}</button>
      </form>
      {account && (
        <details class="narrow">
          <summary>Remove this account…</summary>
          <form method="post" action={`/accounts/${account.id}/delete`}>
            <Csrf session={session} />
            <p>Its key is forgotten, and all its server URLs stop working at once.</p>
            <button class="danger">{`Remove ${account.name}`}</button>
          </form>
        </details>
      )}
    </>
  );
}
