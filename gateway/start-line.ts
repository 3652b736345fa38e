import type { Core } from "./core.js";
import type { GeneratedApi, Tracing } from "../runtime/index.js";
import type { Settings } from "./settings.js";

interface StartedWith {
  readonly version: string;
  readonly settings: Settings;
  readonly apis: readonly GeneratedApi[];
  readonly tracing?: Tracing;
}

/** What the first line of the log says: the facts that an operator asks for first, and what is off. */
export async function startLine(
  { store }: Core,
  url: string,
  { version, settings, apis, tracing }: StartedWith,
): Promise<object> {
  const { accounts } = await store.db
    .selectFrom("accounts")
    .select((select) => select.fn.countAll<number>().as("accounts"))
    .where("deleted_at", "is", null)
    .executeTakeFirstOrThrow();
  const { oauth, auditValues, auditRequired, metricsPort, publicUrl } = settings;
  const parts = {
    public_url: publicUrl !== undefined,
    oauth: oauth.issuers.length > 0,
    sign_in: settings.oidc !== undefined,
    tracing: tracing !== undefined,
    metrics_port: metricsPort !== undefined,
    audit_values: auditValues,
    audit_required: auditRequired,
  };
  return {
    version,
    node: process.versions.node,
    url,
    public_url: publicUrl,
    store: settings.databaseUrl === undefined ? "sqlite" : "postgresql",
    apis: apis.map(({ catalogue }) => catalogue.api.name),
    accounts: Number(accounts),
    identity_providers: oauth.issuers,
    sign_in_provider: settings.oidc?.issuer,
    off: Object.entries(parts).flatMap(([name, isOn]) => (isOn ? [] : [name])),
  };
}
