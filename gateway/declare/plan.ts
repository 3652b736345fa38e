import { setImmediate as nextTurn } from "node:timers/promises";
import { canonical } from "../../runtime/index.js";
import { servedApi } from "../apis.js";
import type { Core } from "../core.js";
import { keyContext } from "../secrets/keys.js";
import { byName, fieldsOf, nameOf, type Declared, type Kind, type RecordOf } from "./records.js";
import { stateDigest, type Present, type State } from "./state.js";
import { ruleWidenings } from "../accounts/approval-rules.js";
import { widenings } from "./widening.js";

export const stepActions = ["add", "change", "adopt", "remove", "leave"] as const;

/** A field and its values. A value of null means the default. */
export interface FieldChange {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** One record that the file and the gateway do not have in the same form. */
export interface Step<Of extends Kind = Kind> {
  readonly kind: Of;
  readonly name: string;
  /**
   * `adopt`: the file manages it from now on, and nothing else changes. `leave`: the file declared it once and does so
   * no more, and nothing is removed without `prune`.
   */
  readonly action: (typeof stepActions)[number];
  readonly changes: readonly FieldChange[];
  /** What others changed since the file was applied last. */
  readonly drift: readonly FieldChange[];
  /** What it newly permits, as short texts. */
  readonly widens: readonly string[];
}

/** A step with the records that it is about. */
export interface PlannedStep<Of extends Kind = Kind> extends Step<Of> {
  readonly wanted?: RecordOf<Of>;
  readonly present?: Present<Of>;
}

export interface Plan {
  /** The state that the plan is for. */
  readonly base: string;
  readonly steps: readonly PlannedStep[];
  /** How many records are as the file declares them. */
  readonly unchanged: number;
  /** Accounts whose key is needed and was not sent, with the reference of the key. */
  readonly missing_keys: readonly { readonly account: string; readonly key: string }[];
}

export interface PlanOptions {
  /** Removes what the file declared once and does so no more. */
  readonly prune: boolean;
  /** Keys by the names of accounts. */
  readonly keys: Readonly<Record<string, string>>;
}

type Plannable = Pick<Core, "apis" | "keys">;

/** Compares what a file declares with the gateway. */
export async function planOf(
  core: Plannable,
  declared: Declared,
  state: State,
  options: PlanOptions,
): Promise<Plan> {
  const account = steps("account", declared, state, options).map((step) =>
    withKey(core, withRules(step), options),
  );
  const apis = new Map(
    [...state.account.map(({ record }) => record), ...declared.account].map(({ name, api }) => [name, api]),
  );
  const server: PlannedStep<"server">[] = [];
  for (const step of steps("server", declared, state, options)) {
    const { action, wanted, present } = step;
    const api = wanted && action !== "adopt" ? servedApi(core, apis.get(wanted.account)!) : undefined;
    // Comparing tools takes a millisecond, and other requests must not wait for hundreds of them.
    if (api) await nextTurn();
    server.push(api ? { ...step, widens: widenings(api.catalogue, present?.record, wanted!) } : step);
  }
  const role = steps("role", declared, state, options).map((step) =>
    step.action === "add" ? { ...step, widens: ["a new role"] } : step,
  );
  const all: PlannedStep[] = [...account, ...server, ...role];
  const isChanged = ({ action, changes, wanted, present }: PlannedStep) =>
    action !== "adopt" || changes.length > 0 || canonical(present?.applied) !== canonical(wanted);
  const changed = all.filter(isChanged);
  return {
    base: stateDigest(core, state),
    steps: changed,
    unchanged: all.length - changed.length,
    missing_keys: account
      .filter((step) => needsKey(step) && options.keys[step.name] === undefined)
      .flatMap(({ name, wanted }) => (wanted?.key === undefined ? [] : { account: name, key: wanted.key })),
  };
}

/** An account with rules that demand less of approvals widens what its server URLs permit. */
function withRules(step: PlannedStep<"account">): PlannedStep<"account"> {
  const { wanted, present } = step;
  if (!wanted || !present) return step;
  return { ...step, widens: ruleWidenings(present.record.approvals ?? {}, wanted.approvals ?? {}) };
}

/** A step for each record of a kind, also for those that stay as they are. */
function steps<Of extends Kind>(
  kind: Of,
  declared: Declared,
  state: State,
  { prune }: PlanOptions,
): PlannedStep<Of>[] {
  const named = nameOf[kind] as (record: RecordOf<Of>) => string;
  const fields = fieldsOf[kind] as (record: RecordOf<Of>) => Readonly<Record<string, unknown>>;
  const there = new Map((state[kind] as readonly Present<Of>[]).map((one) => [named(one.record), one]));
  const wanted = byName(kind, declared[kind] as readonly RecordOf<Of>[]);
  const found = wanted.map((record): PlannedStep<Of> => {
    const name = named(record);
    const present = there.get(name);
    const about = { kind, name, wanted: record, present, widens: [] };
    if (!present) {
      const revoked = kind === "server" ? state.revoked.get(name) : undefined;
      const drift = revoked === undefined ? [] : [{ field: "revoked_at", from: null, to: revoked }];
      return { ...about, action: "add", changes: differences({}, fields(record)), drift };
    }
    const changes = differences(fields(present.record), fields(record));
    const drift = present.applied ? differences(fields(present.applied), fields(present.record)) : [];
    return { ...about, action: changes.length > 0 ? "change" : "adopt", changes, drift };
  });
  const names = new Set(wanted.map(named));
  const gone = [...there].filter(([name, { applied }]) => applied && !names.has(name));
  const action = prune ? "remove" : "leave";
  return [
    ...found,
    ...gone.map(
      ([name, present]) => ({ kind, name, present, action, changes: [], drift: [], widens: [] }) as const,
    ),
  ];
}

function differences(
  from: Readonly<Record<string, unknown>>,
  to: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return fields
    .filter((field) => canonical(from[field]) !== canonical(to[field]))
    .map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }));
}

/** A key that differs from the stored one is a change, and neither of them is shown. */
function withKey(
  core: Plannable,
  step: PlannedStep<"account">,
  { keys }: PlanOptions,
): PlannedStep<"account"> {
  const { present, wanted, name } = step;
  const given = keys[name]?.trim();
  if (wanted?.key === undefined || !present || given === undefined) return step;
  if (present.row.key_reference !== null) return step;
  if (core.keys.vault.open(present.row.api_key, keyContext(present.row.id)) === given) return step;
  const change = { field: "key", from: "another key", to: wanted.key };
  return { ...step, action: "change", changes: [...step.changes, change] };
}

/** A key for one API must not be sent to another by mistake. */
export function needsKey({ action, changes }: PlannedStep<"account">): boolean {
  return (
    action === "add" || changes.some(({ field }) => ["region", "base_url", "key_reference"].includes(field))
  );
}
