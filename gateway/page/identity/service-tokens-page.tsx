/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import { serviceRoles, type ServiceRole } from "../../identity/roles.js";
import type { ServiceToken } from "../../identity/service-tokens.js";
import type { Session } from "../../sessions.js";
import { accountOf } from "../account-of.js";
import { Expiry, sentEnding } from "../expiry.js";
import { first, type Fields } from "../page-handler.js";
import { Csrf, Faults, NameField, Older, State, Time } from "../parts.js";
import { accountOptions, Choice } from "./choice.js";

export interface ServiceTokensPageProps {
  readonly session: Session;
  readonly tokens: readonly ServiceToken[];
  readonly next: string | null;
  readonly accounts: readonly Account[];
  readonly fields: Fields;
  readonly faults: readonly string[];
  readonly now: Date;
}

const roleWords: Readonly<Record<ServiceRole, string>> = {
  viewer: "Viewer: reads accounts, server URLs and numbers",
  auditor: "Auditor: also reads the log",
  operator: "Operator: manages server URLs and API tokens, reads the log",
  owner: "Owner: also manages accounts, keys and roles",
};

/** Service tokens, and the form to make one. */
export function ServiceTokensPage(props: ServiceTokensPageProps) {
  const { session, tokens, next, accounts, now } = props;
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (
    <>
      <div class="head">
        <div>
          <h1>Service tokens</h1>
          <p>With a service token, a program such as CI uses this gateway's API and command line.</p>
        </div>
      </div>
      <MakeToken {...props} />
      {tokens.length > 0 && (
        <div class="card tablecard">
          <table>
            <thead>
              <tr>
                <th scope="col">Service token</th>
                <th scope="col">State</th>
                <th scope="col">Role</th>
                <th scope="col">On</th>
                <th scope="col">Made by</th>
                <th scope="col">Expires</th>
                <th scope="col">Last used</th>
                <th scope="col">
                  <span class="aside">Revoke</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {tokens.map((token) => (
                <TokenRow {...{ session, token, now }} account={accountOf(token, names)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Older list="/ci-tokens" next={next} />
    </>
  );
}

interface TokenRowProps extends Pick<ServiceTokensPageProps, "session" | "now"> {
  readonly token: ServiceToken;
  readonly account: string;
}

function TokenRow({ session, token, account, now }: TokenRowProps) {
  const { id, name, role, created_by, expires_at, last_used_at } = token;
  return (
    <tr>
      <td data-label="Service token" class="free">
        {name}
      </td>
      <td data-label="State">
        <State name={expires_at <= now.toISOString() ? "expired" : "active"} />
      </td>
      <td data-label="Role">{role}</td>
      <td data-label="On" class="free">
        {account}
      </td>
      <td data-label="Made by" class="free">
        {created_by}
      </td>
      <td data-label="Expires">
        <Time at={expires_at} />
      </td>
      <td data-label="Last used">
        <Time at={last_used_at} />
      </td>
      <td>
        <form method="post" action={`/ci-tokens/${id}/revoke`}>
          <Csrf session={session} />
          <button class="danger quiet">
            Revoke<span class="aside">{` ${name}`}</span>
          </button>
        </form>
      </td>
    </tr>
  );
}

function MakeToken({ session, accounts, fields, faults }: ServiceTokensPageProps) {
  const everywhere = session.rights.where("token.write");
  return (
    <form class="card" method="post" action="/ci-tokens">
      <Csrf session={session} />
      <h2>Make a service token</h2>
      <Faults faults={faults} />
      <NameField value={first(fields, "name")} note="The program that uses it, such as “Deploy pipeline”." />
      <Choice
        name="role"
        label="Role"
        now={first(fields, "role")}
        options={serviceRoles.map((role) => [role, roleWords[role]])}
      />
      <Choice
        name="account"
        label="On"
        now={first(fields, "account")}
        options={accountOptions(accounts, everywhere)}
      />
      <Expiry ending={{ ...sentEnding(fields), expires: first(fields, "expires") ?? "7776000" }} isNeeded />
      <button class="primary">Make the service token</button>
    </form>
  );
}
