import { lookup } from "node:dns/promises";
import { baseUrlOf } from "../../gateway/accounts/base-url.js";
import { checkKey } from "../../gateway/accounts/key-check.js";
import { targetOf } from "../../gateway/accounts/account-key.js";
import { ReferenceFault } from "../../gateway/accounts/references/fault.js";
import { createReferencedKeys } from "../../gateway/accounts/references/referenced-keys.js";
import { sourceVariables } from "../../gateway/accounts/references/settings.js";
import { secretFilePaths } from "../../gateway/secrets/secret-files.js";
import { servedApi } from "../../gateway/apis.js";
import { createIssuerKeys } from "../../gateway/oauth/issuer.js";
import { keyContext } from "../../gateway/secrets/keys.js";
import { createVault } from "../../gateway/secrets/vault.js";
import type { InspectedAccount } from "../../gateway/store/inspect.js";
import { isLoopback } from "../../runtime/index.js";
import { fail, isFinding, ok, warn, type Examined, type Finding } from "./finding.js";

/** The URLs that the gateway sends requests to. */
function targets({ apis, settings }: Examined): string[] {
  const ofApis = Object.values(apis).flatMap(({ urls }) => [
    ...Object.values(urls.regions),
    ...urls.baseUrls,
  ]);
  return [...ofApis, ...settings.oauth.issuers];
}

export async function checkNames(examined: Examined): Promise<Finding[]> {
  const hosts = new Set(targets(examined).map((url) => new URL(url).hostname));
  const { databaseUrl } = examined.settings;
  if (databaseUrl !== undefined) hosts.add(new URL(databaseUrl).hostname);
  return Promise.all(
    [...hosts].map((host) =>
      lookup(host.replace(/^\[|\]$/g, "")).then(
        () => ok(`${host} has an address.`),
        ({ code }: NodeJS.ErrnoException) =>
          fail(
            `${host} has no address (${code}).`,
            "Check the machine's DNS: /etc/resolv.conf, or the cluster's DNS policy.",
          ),
      ),
    ),
  );
}

/** Whether each region answers at all, without a key. */
export async function checkRegions({ apis }: Examined): Promise<Finding[]> {
  const places = Object.values(apis).flatMap(({ title, urls }) => [
    ...Object.entries(urls.regions).map(([region, url]) => [`${title} ${region}`, url] as const),
    ...urls.baseUrls.map((url) => [title, url] as const),
  ]);
  return Promise.all(
    places.map(([name, url]) =>
      fetch(url, { signal: AbortSignal.timeout(10_000), redirect: "manual" }).then(
        () => ok(`${name} at ${url} answers.`),
        (error: Error) =>
          fail(
            `${name} at ${url} does not answer (${reasonOf(error)}).`,
            "Allow outgoing connections to it on its port. In Kubernetes, look at the NetworkPolicy.",
          ),
      ),
    ),
  );
}

function reasonOf(error: Error): string {
  const { code, message } = (error.cause ?? error) as { readonly code?: string; readonly message: string };
  return code ?? message;
}

/** Whether the API accepts each account's key. */
export async function checkAccounts(examined: Examined): Promise<Finding[]> {
  const { store, keys } = examined;
  if (isFinding(store) || isFinding(keys) || !store) return [];
  const vault = createVault(keys);
  const { env, settings, apis, folder } = examined;
  const forbidden = [folder, ...secretFilePaths(env)];
  const referenced = createReferencedKeys({ sources: settings.keySources, apis, env, forbidden });
  return Promise.all(
    store.accounts.map(async (account) => {
      const { id, name, api_key, key_reference } = account;
      try {
        const key =
          key_reference === null
            ? vault.open(api_key, keyContext(id))
            : await referenced.readNow(key_reference, targetOf(examined, account));
        return await checkAccount(examined, account, key);
      } catch (error) {
        if (error instanceof ReferenceFault)
          return fail(
            `The key of account ${name} can't be read at ${key_reference}: ${error.message}.`,
            `Correct what is there, or the gateway's variables ${sourceVariables.join(", ")}.`,
          );
        return fail(
          `The key of account ${account.name} cannot be decrypted.`,
          "Save the account's key again on the page.",
        );
      }
    }),
  );
}

async function checkAccount(
  { apis, now }: Examined,
  account: InspectedAccount,
  key: string,
): Promise<Finding> {
  const { name, api } = account;
  const served = servedApi({ apis }, api);
  const baseUrl = served && baseUrlOf({ apis }, account);
  if (!served || baseUrl === undefined)
    return fail(
      `Account ${name} belongs to ${api} at ${account.base_url}, which this gateway does not serve.`,
      `Start the gateway with --api ${api}, and list the URL in STANDPIPE_BASE_URLS.`,
    );
  try {
    await checkKey(served, baseUrl, key, now);
    return ok(`${served.title} accepts the key of account ${name}.`);
  } catch (error) {
    const { message, statusCode } = error as { readonly message: string; readonly statusCode?: number };
    return statusCode === 400
      ? fail(
          `Account ${name}: ${message.replace(/^api_key: /, "")}.`,
          "Check the account's region: keys work in one region only. Otherwise make a new key at the API, and save it on the page.",
        )
      : fail(message, "Allow outgoing connections to it, and look at the API's status page.");
  }
}

export async function checkProviders({ settings }: Examined): Promise<Finding[]> {
  return Promise.all(
    settings.oauth.issuers.map(async (issuer) => {
      const cause = await metadataFault(issuer);
      return cause === undefined
        ? ok(`${issuer} publishes its metadata and keys.`)
        : fail(
            `The metadata of ${issuer} cannot be used: ${cause.message}`,
            "Check STANDPIPE_OAUTH_ISSUERS: it must be exactly the provider's issuer, with or without a slash at the end. Allow outgoing connections to it.",
          );
    }),
  );
}

/** Why an issuer's keys cannot be loaded; undefined if they can. */
async function metadataFault(issuer: string): Promise<Error | undefined> {
  try {
    await createIssuerKeys(issuer)({ alg: "RS256", kid: "doctor" }, { payload: "", signature: "" });
  } catch (error) {
    // Loaded keys do not fit the made-up key id, which is another error.
    if ((error as Error).name === "IssuerUnavailableError") return (error as Error).cause as Error;
  }
  return undefined;
}

/** Whether requests with the Host header of clients are answered. */
export async function checkHosts({ host, settings, url }: Examined): Promise<Finding> {
  if (url !== undefined) return checkUrl(url);
  const { publicUrl, allowedHosts } = settings;
  if (publicUrl !== undefined || allowedHosts.length > 0 || isLoopback(host))
    return ok(
      `Requests for ${[publicUrl, ...allowedHosts, isLoopback(host) ? "localhost" : host].filter(Boolean).join(", ")} are answered.`,
    );
  return warn(
    `The gateway listens on ${host}, and refuses requests for all host names but that.`,
    "Set STANDPIPE_PUBLIC_URL to the address that clients use.",
  );
}

async function checkUrl(url: string): Promise<Finding> {
  const base = url.replace(/\/+$/, "");
  const asked = (path: string) =>
    fetch(base + path, { signal: AbortSignal.timeout(10_000), redirect: "manual" });
  try {
    const ready = await asked("/readyz");
    const { message, status, warnings } = (await ready.json().catch(() => ({}))) as {
      message?: string;
      status?: string;
      warnings?: readonly string[];
    };
    if (ready.status === 503 && message !== undefined)
      return fail(`The gateway at ${base} is not ready: ${message}`, "Look at its log and its store.");
    if (status !== "ready")
      return fail(
        `${base} answers ${ready.status}, and not as a gateway does.`,
        "Check the URL, and the proxy in front of the gateway.",
      );
    if ((await asked("/openapi.json")).status === 403)
      return fail(
        `The gateway at ${base} refuses this host name.`,
        "Set STANDPIPE_PUBLIC_URL to this address, or add the name to STANDPIPE_ALLOWED_HOSTS.",
      );
    if (warnings)
      return warn(`The gateway at ${base} is ready, but: ${warnings.join(" ")}`, "Look at its log.");
    return ok(`The gateway at ${base} is ready, and accepts this host name.`);
  } catch (error) {
    return fail(
      `Nothing answers at ${base} (${reasonOf(error as Error)}).`,
      "Start the gateway, or check the URL and the proxy in front of it.",
    );
  }
}
