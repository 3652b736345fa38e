import { credentialNames } from "../../../runtime/index.js";
import type { Account, AccountChange, AccountInput } from "../../accounts/accounts.js";
import { servedApi, type ServedApi } from "../../apis.js";
import type { Core } from "../../core.js";
import type { ApprovalRules } from "../../accounts/approval-rules.js";
import { splitAtCommas } from "../../../runtime/index.js";
import { first, type Fields } from "../page-handler.js";

/** The servers in a form: those of one API under its title. */
export interface PlaceGroup {
  readonly api: string;
  readonly title: string;
  readonly places: readonly string[];
  /** Names of its credentials. */
  readonly credentials: readonly string[];
}

/** The servers of an account's API, or of all APIs for a new account. */
export function placeGroups({ apis }: Core, account?: Account): readonly PlaceGroup[] {
  return Object.values(apis)
    .filter(({ name }) => account === undefined || name === account.api)
    .map(({ name, title, urls, catalogue }) => ({
      api: name,
      title,
      credentials: credentialNames(catalogue.api),
      places: [...Object.keys(urls.regions), ...urls.baseUrls],
    }));
}

/** The value of a server in the form. Names of APIs contain no spaces. */
export function placeValue(api: string, place: string): string {
  return `${api} ${place}`;
}

/** The request from the form. The API's own schema checks it. */
export function inputOf(fields: Fields, core: Core): Partial<AccountInput> & { readonly name: string } {
  const [api = "", place] = (first(fields, "place") ?? "").split(" ");
  return {
    name: first(fields, "name") ?? "",
    api_key: first(fields, "api_key"),
    key_reference: first(fields, "key_reference"),
    api: api || undefined,
    ...placeIn(servedApi(core, api), place),
    approvals: rulesIn(fields),
    ...(first(fields, "unchecked") === undefined ? {} : { verify: false }),
  };
}

/** The account's rules for approvals. Null removes them. */
function rulesIn(fields: Fields): ApprovalRules | null {
  const approvers = splitAtCommas([first(fields, "approvers") ?? ""]);
  const numbers = (["approvals_needed", "approval_minutes"] as const).flatMap((name) => {
    const given = first(fields, name)?.trim();
    return given ? [[name, Number(given)] as const] : [];
  });
  const rules = { ...(approvers.length > 0 ? { approvers } : {}), ...Object.fromEntries(numbers) };
  return Object.keys(rules).length > 0 ? rules : null;
}

function placeIn(
  api: ServedApi | undefined,
  place: string | undefined,
): Pick<AccountInput, "region" | "base_url"> {
  return place !== undefined && api?.urls.baseUrls.includes(place) ? { base_url: place } : { region: place };
}

/** The changes from the form: an empty key and an unchanged server stay as they are. */
export function changeOf(fields: Fields, core: Core, account: Account): AccountChange {
  const {
    name,
    api_key,
    key_reference: given,
    approvals,
    api: _fixed,
    verify,
    ...place
  } = inputOf(fields, core);
  const isMoved =
    place.base_url === undefined ? place.region !== account.region : place.base_url !== account.base_url;
  // The form shows the reference. It counts if it was changed, or if its key goes to another server.
  const counts = given !== account.key_reference || (isMoved && api_key === undefined);
  const key_reference = counts ? given : undefined;
  const key = { ...(api_key && { api_key }), ...(key_reference && { key_reference }) };
  return { name, verify, approvals, ...key, ...(isMoved ? place : {}) };
}
