import { list, own, record, resolve, text, type Raw } from "./raw.js";

/**
 * The alternative security requirements of an operation, in a fixed order. Schemes that are needed together are joined
 * by ` + `, each with its scopes. Empty if the operation is open.
 */
export function securityOf(document: Raw, operation: Raw): string[] {
  const ways = list(operation.security ?? document.security).map((way) =>
    Object.entries(record(way))
      .map(([scheme, scopes]) => {
        const names = list(scopes).map(String).sort();
        return names.length === 0 ? scheme : `${scheme} (${names.join(", ")})`;
      })
      .sort()
      .join(" + "),
  );
  return [...new Set(ways.map((way) => (way === "" ? OPEN : way)))].sort();
}

const OPEN = "no key";

/** The facts of the document's security schemes, by scheme and part. */
export function schemesOf(document: Raw): Map<string, string> {
  const schemes = Object.entries(record(record(document.components).securitySchemes));
  return new Map(schemes.flatMap(([name, given]) => factsOf(name, followed(document, given))));
}

function followed(document: Raw, scheme: unknown): Raw {
  try {
    return resolve(document, scheme);
  } catch {
    return {};
  }
}

function factsOf(
  name: string,
  { type, scheme, in: place, name: key, flows, ...others }: Raw,
): [string, string][] {
  const kind = [type, scheme, place === undefined ? undefined : `in ${String(place)}`, key].filter(
    (part) => part !== undefined,
  );
  const url = text(others.openIdConnectUrl);
  return [
    [name, kind.map(String).join(" ")],
    ...(url === undefined ? [] : [[`${name} openIdConnectUrl`, url] as [string, string]]),
    ...Object.entries(record(flows)).flatMap(([flow, facts]) => flowFacts(`${name} ${flow}`, record(facts))),
  ];
}

function flowFacts(place: string, flow: Raw): [string, string][] {
  const urls = ["authorizationUrl", "tokenUrl", "refreshUrl"].flatMap((name): [string, string][] => {
    const url = text(own(flow, name));
    return url === undefined ? [] : [[`${place} ${name}`, url]];
  });
  const scopes = Object.keys(record(flow.scopes)).map((scope): [string, string] => [
    `${place} scope ${scope}`,
    "",
  ]);
  return [...urls, ...scopes];
}
