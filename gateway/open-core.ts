import type { Logger } from "pino";
import { openAdmin, type Admin } from "./admin.js";
import type { ServedApis } from "./apis.js";
import { createAuditLog } from "./audit/audit-log.js";
import type { Core } from "./core.js";
import { createAdminAlarm } from "./identity/admin-alarm.js";
import { createProvider, type Provider } from "./identity/provider.js";
import type { Metrics } from "./ops/metrics.js";
import { createReferencedKeys } from "./accounts/references/referenced-keys.js";
import { secretFilePaths } from "./secrets/secret-files.js";
import { openKeys } from "./secrets/keys.js";
import type { Vault } from "./secrets/vault.js";
import { createAccess, type Access } from "./serve/access.js";
import type { Settings } from "./settings.js";
import type { Store } from "./store/store.js";
import { createUsage } from "./usage/usage.js";

/** What all handlers of requests use. */
export interface Opened {
  readonly metrics: Metrics;
  readonly core: Core;
  readonly access: Access;
  readonly admin: Admin;
  /** Where people sign in. Absent if only the admin token opens the page. */
  readonly provider?: Provider;
}

interface Parts {
  readonly store: Store;
  readonly vault: Vault;
  readonly apis: ServedApis;
  readonly metrics: Metrics;
}

interface Options {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly settings: Settings;
  readonly logger: Logger;
  readonly now?: () => Date;
  readonly showAdminToken: (token: string) => void;
}

export async function openCore(
  { store, vault, apis, metrics }: Parts,
  { settings, env, folder, logger, now = () => new Date(), showAdminToken: show }: Options,
): Promise<Opened> {
  const keys = await openKeys(store.db, vault, now());
  const { oidc, ownerGroups, adminTokenOn: isOn } = settings;
  const noteUse = oidc ? createAdminAlarm(logger, metrics) : () => {};
  const parts = { db: store.db, keys, now: now(), isOn, show, noteUse };
  const admin = await openAdmin(settings.adminToken, parts);
  const audit = createAuditLog(store, logger, now);
  const usage = createUsage(store, now);
  const core: Core = {
    store,
    keys,
    referencedKeys: createReferencedKeys({
      sources: settings.keySources,
      apis,
      env,
      forbidden: [folder, ...secretFilePaths(env)],
    }),
    apis,
    issuers: acceptedIssuers(settings),
    approvalChannels: settings.approvalChannels.map(({ name }) => name),
    signInIssuer: oidc?.issuer,
    ownerGroups,
    audit,
    usage,
    now,
    changed: () => access.forget(),
  };
  const access = createAccess(core);
  return { core, access, admin, metrics, provider: oidc && createProvider(oidc) };
}

/** The gateway's own first, because clients take the first one. */
function acceptedIssuers({ authorization, publicUrl, oauth }: Settings): readonly string[] {
  return authorization && publicUrl !== undefined ? [publicUrl, ...oauth.issuers] : oauth.issuers;
}
