import { sufficientFor, isSet, wayFor, type Auth, type Credentials, type Ways } from "../../contract/auth.js";
import type { HeaderValues } from "../../contract/answer.js";
import { Fault } from "../../contract/fault.js";
import type { SignedRequest } from "./digest.js";
import { noCredentials, together, type PlacedCredentials } from "./placed.js";
import { senderOf, type SchemeSender } from "./senders.js";
import type { CancelSignal } from "../../contract/cancellation.js";

/** An API's credentials and the one origin that they are for. */
export interface OriginCredentials {
  /** A URL of the origin. */
  readonly url: string;
  readonly auth: Auth;
  readonly credentials: Credentials;
}

/** A client certificate, as TLS takes it. */
interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
  readonly passphrase?: string;
}

/** Puts the credentials of one origin on its requests. */
export interface Authoriser {
  /**
   * @param ways the operation's own; absent for the API's
   * @throws Fault `credentials` where no way is set, and what fetching a token throws
   */
  place(
    ways: Ways | undefined,
    signal: CancelSignal,
    request: SignedRequest,
  ): PlacedCredentials | Promise<PlacedCredentials>;
  /** Told of a 401: what was sent, and the answer's headers. True where another try may be let in. */
  renew(ways: Ways | undefined, sent: PlacedCredentials, headers: HeaderValues): boolean;
  /** Texts that no answer, log or error may show. A list that was returned never changes. */
  secrets(): readonly string[];
  readonly certificate?: ClientCertificate;
}

/** @throws CredentialError for a credential that can't be sent */
export function createAuthoriser({ auth, credentials }: OriginCredentials, title: string): Authoriser {
  const senders = new Map(
    Object.entries(auth.schemes)
      .filter(([, scheme]) => isSet(scheme, credentials))
      .map(([name, scheme]): [string, SchemeSender] => [name, senderOf(scheme, credentials, title)]),
  );
  const held = [...senders.values()];
  // Ways are part of a tool's module and never change.
  const chosen = new Map<Ways, readonly SchemeSender[]>();

  function sendersFor(ways: Ways = auth.ways): readonly SchemeSender[] {
    const before = chosen.get(ways);
    if (before) return before;
    const way = wayFor(auth, ways, credentials);
    if (!way) throw notSet(auth, ways, title);
    const found = way.map((name) => senders.get(name)!);
    chosen.set(ways, found);
    return found;
  }

  return {
    place(ways, signal, request) {
      const used = sendersFor(ways);
      if (used.length === 0) return noCredentials;
      const placed = used.map((sender) => sender.place(signal, request));
      const ready = placed.filter((one): one is PlacedCredentials => !(one instanceof Promise));
      // A call with fixed credentials waits for nothing.
      return ready.length === placed.length ? together(ready) : allOf(placed);
    },
    renew: (ways, sent, headers) =>
      sendersFor(ways).filter((sender) => sender.renew?.(sent, headers) === true).length > 0,
    secrets: () => secretsOfAll(held),
    certificate: certificateOf(auth, credentials),
  };
}

/** The secrets of several holders. Each text of an answer asks, and mostly there is one holder with the same list. */
export function secretsOfAll(
  holders: readonly { readonly secrets: () => readonly string[] }[],
): readonly string[] {
  return holders.length === 1 ? holders[0]!.secrets() : holders.flatMap((holder) => holder.secrets());
}

async function allOf(
  placed: readonly (PlacedCredentials | Promise<PlacedCredentials>)[],
): Promise<PlacedCredentials> {
  return together(await Promise.all(placed.map(async (one) => one)));
}

function certificateOf({ schemes }: Auth, credentials: Credentials): ClientCertificate | undefined {
  const scheme = Object.values(schemes).find((one) => one.kind === "certificate" && isSet(one, credentials));
  if (scheme?.kind !== "certificate") return undefined;
  const { certificate, key, passphrase } = scheme.variables;
  if (credentials[certificate] === "") return undefined;
  return { cert: credentials[certificate]!, key: credentials[key]!, passphrase: credentials[passphrase] };
}

function notSet({ schemes }: Auth, ways: Ways, title: string): Fault {
  return new Fault({
    kind: "credentials",
    message: `This operation of ${title} needs ${needsOf(schemes, ways)}, which the server does not have. The call was not sent.`,
    next: "Calling again won't help: the server's operator must set it.",
  });
}

/** The variables that ways need: `A, B and C; or D`. */
export function needsOf(schemes: Auth["schemes"], ways: Ways): string {
  const each = ways.map((way) => {
    const sets = way.map((name) => sufficientFor(schemes[name]!));
    if (sets.every((alternatives) => alternatives.length === 1)) return namesText(sets.flat(2));
    return sets.map((alternatives) => alternatives.map(namesText).join(", or ")).join(", and ");
  });
  return [...new Set(each)].join("; or ");
}

/** Names in a sentence: `A, B and C`. */
export function namesText(names: readonly string[]): string {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
