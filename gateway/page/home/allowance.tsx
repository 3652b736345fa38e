/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { listAccounts } from "../../accounts/accounts.js";
import { servedApi } from "../../apis.js";
import type { Core } from "../../core.js";
import { counted } from "../counted.js";
import type { AccountState } from "../../ops/account-state.js";

/** What an account may still request within the API's rate limit. */
export interface Allowance {
  readonly id: string;
  readonly name: string;
  /** The API's rate limit; undefined if it is unknown. */
  readonly limit: { readonly requests: number; readonly seconds: number } | undefined;
  /** The state in this process; undefined if no client uses the account now. */
  readonly state: AccountState | undefined;
}

const MOST = 10;

export async function readAllowances(core: Core, states: readonly AccountState[]): Promise<Allowance[]> {
  const { result } = await listAccounts(core, { limit: MOST });
  return result.map(({ id, name, api }) => ({
    id,
    name,
    limit: servedApi(core, api)?.catalogue.api.rateLimit,
    state: states.find((state) => state.id === id),
  }));
}

/** Requests left of each account, in this process. */
export function Allowances({ allowances }: { readonly allowances: readonly Allowance[] }) {
  if (allowances.length === 0) return null;
  return (
    <section class="card">
      <h2>Requests left within each account's rate limit</h2>
      <ul class="list">
        {allowances.map((allowance) => (
          <li>
            <a href={`/accounts/${allowance.id}`}>{allowance.name}</a>
            <Left {...allowance} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Left({ name, limit, state }: Allowance) {
  if (state?.isOpen) return <span class="state bad">The API does not answer</span>;
  if (limit === undefined) return <span class="soft small">The API has no known limit</span>;
  const left = state?.left ?? limit.requests;
  const waiting = state ? state.waiting.reads + state.waiting.writes : 0;
  return (
    <span class="small row">
      {waiting > 0 && <span class="state warn">{`Waiting: ${counted(waiting, "call")}`}</span>}
      <meter
        min={0}
        max={limit.requests}
        low={limit.requests / 4}
        optimum={limit.requests}
        value={left}
        aria-label={`Requests left for ${name}`}
      />
      {`${left} of ${limit.requests} in ${limit.seconds} s`}
    </span>
  );
}
