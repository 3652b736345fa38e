import { createVault } from "../../gateway/secrets/vault.js";
import { fail, isFinding, ok, warn, type Examined, type Finding } from "./finding.js";

export function checkStore({ store, settings }: Examined): Finding {
  if (isFinding(store)) return store;
  const place = settings.databaseUrl === undefined ? "SQLite" : "PostgreSQL";
  if (!store) return ok(`${place} has no data yet. The gateway creates the tables at its start.`);
  if (store.unknownUpdates.length > 0)
    return fail(
      "A newer version of Standpipe updated this database.",
      "Start the newer version, or restore a backup from before the update.",
    );
  const count = store.accounts.length;
  return ok(`${place} answers. It has ${count} ${count === 1 ? "account" : "accounts"}.`);
}

/** A wrong key makes all stored keys of accounts unreadable, so the gateway does not start with one. */
export function checkSecretKey({ keys, store }: Examined): Finding {
  if (isFinding(keys)) return keys;
  if (isFinding(store) || store?.rootKey === undefined) return ok("The secret key is long enough.");
  try {
    createVault(keys).open(store.rootKey, "root_key");
  } catch {
    return fail(
      "The secret key is not the one that encrypted this database.",
      "Set the earlier key as STANDPIPE_SECRET_KEY, or put the earlier secret.key into the data folder. Without it, the stored API keys are lost: start with an empty data folder and add the accounts again.",
    );
  }
  return ok("The secret key decrypts the database.");
}

const MOST_SKEW_MS = 30_000;

/** Expiries and access tokens depend on the clock. */
export async function checkClock({ now, apis, store }: Examined): Promise<Finding> {
  const other = (isFinding(store) ? undefined : store?.clock) ?? (await apiClock(apis));
  if (other === undefined)
    return warn(
      "No other clock answered, so this one was not compared.",
      "Check this machine's clock: timedatectl",
    );
  const skew = Math.abs(other.getTime() - now().getTime());
  if (skew <= MOST_SKEW_MS) return ok("The clock is right.");
  return fail(
    `This machine's clock differs by ${Math.round(skew / 1000)} s from the ${isFinding(store) || !store?.clock ? "API's" : "database's"}.`,
    "Set it by NTP: timedatectl set-ntp true",
  );
}

async function apiClock(apis: Examined["apis"]): Promise<Date | undefined> {
  for (const { urls } of Object.values(apis))
    for (const url of [...urls.baseUrls, ...Object.values(urls.regions)]) {
      const date = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(5_000) }).then(
        ({ headers }) => headers.get("date"),
        () => null,
      );
      if (date !== null) return new Date(date);
    }
  return undefined;
}
