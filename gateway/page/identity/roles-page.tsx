/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import { holderKinds, type HolderKind } from "../../identity/holders.js";
import type { RoleGrant } from "../../identity/role-grants.js";
import { roles as roleNames, type Role } from "../../identity/roles.js";
import type { Session } from "../../sessions.js";
import { accountOf } from "../account-of.js";
import { first, type Fields } from "../page-handler.js";
import { Csrf, Faults, Older, Time } from "../parts.js";
import { accountOptions, Choice } from "./choice.js";

export interface RolesPageProps {
  readonly session: Session;
  /** The issuer of the provider; undefined if people do not sign in. */
  readonly provider: string | undefined;
  readonly roles: readonly RoleGrant[];
  readonly next: string | null;
  readonly accounts: readonly Account[];
  readonly fields: Fields;
  readonly faults: readonly string[];
}

const roleWords: Readonly<Record<Role, string>> = {
  viewer: "Viewer: sees accounts, server URLs and numbers",
  auditor: "Auditor: also reads the log",
  approver: "Approver: approves calls",
  operator: "Operator: manages server URLs and API tokens, reads the log",
  owner: "Owner: also manages accounts, keys and roles",
};

const kindWords: Readonly<Record<HolderKind, string>> = {
  group: "Group",
  person: "Person, by the provider's id",
};

/** Roles, and the form to give one. */
export function RolesPage({ session, provider, roles, next, accounts, fields, faults }: RolesPageProps) {
  const names = new Map(accounts.map(({ id, name }) => [id, name]));
  return (
    <>
      <div class="head">
        <h1>Roles</h1>
      </div>
      {provider === undefined ? (
        <p class="card empty">
          People do not sign in here yet. Set <code>STANDPIPE_OIDC_ISSUER</code> to your OpenID provider.
        </p>
      ) : (
        <GiveRole
          {...{ session, accounts, fields, faults }}
          everywhere={session.rights.where("role.write")}
        />
      )}
      {roles.length > 0 && (
        <div class="card tablecard">
          <table>
            <thead>
              <tr>
                <th scope="col">Who</th>
                <th scope="col">Role</th>
                <th scope="col">On</th>
                <th scope="col">Given</th>
                <th scope="col">
                  <span class="aside">Take away</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {roles.map((role) => (
                <RoleRow {...{ session, role }} account={accountOf(role, names)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Older list="/people" next={next} />
    </>
  );
}

interface RoleRowProps {
  readonly session: Session;
  readonly role: RoleGrant;
  readonly account: string;
}

function RoleRow({
  session,
  role: { id, role, holder_kind, holder, created_by, created_at },
  account,
}: RoleRowProps) {
  return (
    <tr>
      <td data-label="Who" class="free">
        {holder} <span class="soft small">{holder_kind}</span>
      </td>
      <td data-label="Role">{role}</td>
      <td data-label="On" class="free">
        {account}
      </td>
      <td data-label="Given">
        <Time at={created_at} /> <span class="soft small">{`by ${created_by}`}</span>
      </td>
      <td>
        <form method="post" action={`/people/${id}/remove`}>
          <Csrf session={session} />
          <button class="danger quiet">
            Take away<span class="aside">{` ${role} from ${holder}`}</span>
          </button>
        </form>
      </td>
    </tr>
  );
}

interface GiveRoleProps extends Pick<RolesPageProps, "session" | "accounts" | "fields" | "faults"> {
  readonly everywhere: ReturnType<Session["rights"]["where"]>;
}

function GiveRole({ session, accounts, fields, faults, everywhere }: GiveRoleProps) {
  return (
    <form class="card" method="post">
      <Csrf session={session} />
      <h2>Give a role</h2>
      <Faults faults={faults} />
      <Choice
        name="role"
        label="Role"
        now={first(fields, "role")}
        options={roleNames.map((one) => [one, roleWords[one]])}
      />
      <Choice
        name="holder_kind"
        label="To"
        now={first(fields, "holder_kind")}
        options={holderKinds.map((kind) => [kind, kindWords[kind]])}
      />
      <div class="field">
        <label for="holder">Name or id</label>
        <input id="holder" name="holder" required maxlength={200} value={first(fields, "holder")} />
        <span class="soft">As the provider sends it: a group's name or id, or a person's sub.</span>
      </div>
      <Choice
        name="account"
        label="On"
        now={first(fields, "account")}
        options={accountOptions(accounts, everywhere)}
      />
      <button class="primary">Give the role</button>
    </form>
  );
}
