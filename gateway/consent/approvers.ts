import { GatewayError } from "../error.js";

/** A person who wants to approve. Everything but `actor` is what the sign-in provider verified. */
export interface Approver {
  /** A name for people. The provider lets people change it. */
  readonly actor: string;
  readonly issuer?: string;
  readonly subject?: string;
  readonly email?: string;
  readonly groups?: readonly string[];
}

/** How a server URL names people who may approve, and how a person is compared with it. */
const kinds = {
  group: (group: string, { groups = [] }: Approver) => groups.includes(group),
  email: (address: string, { email }: Approver) => email !== undefined && lower(email) === lower(address),
  person: (id: string, { subject }: Approver) => subject === id,
};

type Kind = keyof typeof kinds;

/**
 * @param approvers `group:<name>`, `email:<address>` or `person:<the provider's id>`; without a kind, a text with @ is
 *   an address, and another text is an id
 * @param issuer the provider where people sign in; without one, people are the names that they enter with the admin
 *   token
 * @param of what has the list
 * @throws GatewayError 403 if the person is none of the approvers
 */
export function assertApprover(
  approvers: readonly string[],
  person: Approver,
  { issuer, of }: { readonly issuer: string | undefined; readonly of: "server URL" | "account" },
): void {
  const isOne =
    issuer === undefined
      ? approvers.includes(person.actor)
      : person.issuer === issuer && approvers.some((approver) => isMatch(approver, person));
  if (isOne) return;
  throw new GatewayError(
    403,
    `Only ${approvers.join(", ")} may approve calls of this ${of}, and you are not one of them. Ask one of them, or have the "approvers" of the ${of} changed.`,
  );
}

function isMatch(approver: string, person: Approver): boolean {
  const { kind, value } = readApprover(approver);
  return kinds[kind](value, person);
}

function readApprover(text: string): { readonly kind: Kind; readonly value: string } {
  const colon = text.indexOf(":");
  const kind = text.slice(0, Math.max(colon, 0));
  if (Object.hasOwn(kinds, kind)) return { kind: kind as Kind, value: text.slice(colon + 1) };
  return { kind: text.includes("@") ? "email" : "person", value: text };
}

/** Only ASCII letters. Unicode's rules would make different addresses equal. */
function lower(address: string): string {
  return address.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
