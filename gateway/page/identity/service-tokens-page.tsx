/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import { serviceRoles, type ServiceRole } from "../../identity/roles.js";
import type { ServiceToken } from "../../identity/service-tokens.js";
import type { Session } from "../../sessions.js";
import { Expiry, sentEnding } from "../expiry.js";
import { first, type Fields } from "../page-handler.js";
import { Csrf, Faults, NameField, Older } from "../parts.js";
import { TokenTable } from "../tokens/token-table.js";
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
        <TokenTable
          {...{ session, tokens, accounts, now }}
          title="Service token"
          path="/ci-tokens"
          columns={columns}
        />
      )}
      <Older list="/ci-tokens" next={next} />
    </>
  );
}

const columns = {
  Role: ({ role }: ServiceToken) => role,
  On: (_token: ServiceToken, account: string) => account,
  "Made by": ({ created_by }: ServiceToken) => created_by,
};

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
