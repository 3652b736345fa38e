import { allowedBaseUrl } from "../accounts/base-url.js";
import { givenKey, type GivenKey } from "../accounts/given-key.js";
import { chosenApi } from "../apis.js";
import { transact } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { badRequest, conflict, GatewayError } from "../error.js";
import { carryOut, changedMeanwhile, type CheckedKeys, type MadeServer } from "./carry-out.js";
import type { Declaration } from "./declaration.js";
import { normalised } from "./normalise.js";
import { needsKey, planOf, type Plan, type PlanOptions, type PlannedStep } from "./plan.js";
import { readState, stateDigest } from "./state.js";

interface ApplyInput extends PlanOptions {
  readonly declaration: Declaration;
  /** The name of the file, for the rows that it manages. */
  readonly source: string;
  /** The provider of people; undefined if people have no roles. */
  readonly issuer: string | undefined;
}

interface Applied {
  readonly plan: Plan;
  /** New server URLs, with tokens that are only known now. */
  readonly made: readonly MadeServer[];
}

/**
 * Compares a file with the gateway.
 * @throws GatewayError 400 with all faults of the file
 */
export async function planDeclaration(core: Core, input: ApplyInput): Promise<Plan> {
  const { declaration, issuer } = input;
  if (issuer === undefined && declaration.roles && declaration.roles.length > 0)
    throw badRequest("roles: need a provider where people sign in. Set STANDPIPE_OIDC_ISSUER");
  const state = await readState(core.store.db, issuer);
  return planOf(core, await normalised(core, declaration, state), state, input);
}

/**
 * Makes the gateway as a file declares it, all of it or nothing.
 * @param verify whether to check new keys at their APIs
 * @param base the state that a plan was for
 * @throws GatewayError 400 with all faults, 409 if the gateway changed since the plan, 502 if a key cannot be checked
 */
export async function applyDeclaration(
  core: Core,
  input: ApplyInput,
  { verify, base }: { readonly verify: boolean; readonly base?: string },
  act: Act,
): Promise<Applied> {
  const plan = await planDeclaration(core, input);
  if (base !== undefined && base !== plan.base) throw changedMeanwhile();
  const missing = plan.missing_keys.map(
    ({ account, key }) => `account "${account}": its key is missing. Set ${key}`,
  );
  if (missing.length > 0) throw badRequest(...missing);
  // No other request must wait for an API while the store is locked.
  const keys = await checkedKeys(core, plan, input, verify);
  const { source, issuer } = input;
  const made = await transact(core, act, async (db, note) => {
    if (!(await core.store.takeLock(db, "declaration")))
      throw conflict("Another apply is running. Nothing was changed. Run this one again when it has ended.");
    const state = await readState(db, issuer);
    if (stateDigest(core, state) !== plan.base) throw changedMeanwhile();
    return carryOut({ core, db, note, act, source, issuer, keys }, plan, state);
  });
  return { plan, made };
}

/** The keys of accounts that are new or have another key, each accepted by its API. */
async function checkedKeys(
  core: Core,
  plan: Plan,
  { keys }: PlanOptions,
  verify: boolean,
): Promise<CheckedKeys> {
  const checked = new Map<string, GivenKey>();
  for (const step of plan.steps) {
    if (!takesKey(step)) continue;
    const wanted = step.wanted!;
    const api = chosenApi(core, wanted.api);
    const place = allowedBaseUrl(api, wanted);
    const input =
      wanted.key_reference === undefined
        ? { api_key: keys[step.name]?.trim() }
        : { key_reference: needsKey(step) ? wanted.key_reference : undefined };
    try {
      const key = await givenKey(core, { api, place }, input, verify);
      if (key) checked.set(step.name, key);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      throw new GatewayError(error.statusCode, `account "${step.name}": ${error.message}`, {}, error.fix);
    }
  }
  return checked;
}

function takesKey(step: PlannedStep): step is PlannedStep<"account"> {
  return step.kind === "account" && (step.action === "add" || step.action === "change");
}
