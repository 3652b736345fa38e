import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { type CheckName } from "../../../cli/doctor/checks.js";
import type { Finding } from "../../../cli/doctor/finding.js";
import { startTestGateway } from "../../gateway/kit/gateway.js";
import { GB, folder, listening, usedFolder, type Given } from "./machine.js";

/** What is wrong, and the expected finding: its check, state, message and fix. */
export type Row = readonly [
  CheckName,
  () => Promise<Given> | Given,
  Finding["state"],
  message: RegExp,
  fix: RegExp,
];

export const rows: Readonly<Record<string, Row>> = {
  "an old Node": ["node", () => ({ nodeVersion: "20.18.3" }), "fail", /20\.18\.3 is too old/, /Install Node/],
  "a port that another program uses": [
    "port",
    async () => ({ port: (await listening((_, response) => response.end("hello"))).port }),
    "fail",
    /Another program uses port/,
    /another --port/,
  ],
  "an address of another machine": [
    "port",
    () => ({ host: "192.0.2.1" }),
    "fail",
    /not an address of this machine/,
    /--host/,
  ],
  "a host list that leaves out clients": [
    "hosts",
    () => ({ host: "0.0.0.0" }),
    "warn",
    /refuses requests/,
    /STANDPIPE_PUBLIC_URL/,
  ],
  "a URL where nothing answers": [
    "hosts",
    () => ({ url: "http://127.0.0.1:9" }),
    "fail",
    /Nothing answers/,
    /Start the gateway/,
  ],
  "a URL of something else": [
    "hosts",
    async () => ({ url: (await listening((_, response) => response.writeHead(502).end())).url }),
    "fail",
    /answers 502, and not as a gateway does/,
    /proxy/,
  ],
  "a gateway that refuses the host name": [
    "hosts",
    async () => ({
      url: (
        await listening(({ url }, response) =>
          url === "/readyz" ? response.end('{"status":"ready"}') : response.writeHead(403).end(),
        )
      ).url,
    }),
    "fail",
    /refuses this host name/,
    /STANDPIPE_ALLOWED_HOSTS/,
  ],
  "a gateway that is not ready": [
    "hosts",
    async () => ({
      url: (await listening((_, response) => response.writeHead(503).end('{"message":"The store is away."}')))
        .url,
    }),
    "fail",
    /is not ready: The store is away/,
    /store/,
  ],
  "a data folder that is missing": [
    "data",
    () => ({ folder: join(folder, "none") }),
    "warn",
    /does not exist/,
    /--data/,
  ],
  "a data folder that is a file": [
    "data",
    async () => {
      await writeFile(join(folder, "file"), "");
      return { folder: join(folder, "file") };
    },
    "fail",
    /is a file/,
    /--data/,
  ],
  "a data folder that others can read": [
    "data",
    async () => {
      await chmod(folder, 0o755);
      return {};
    },
    "warn",
    /Other users/,
    /chmod 700/,
  ],
  "a disk with little space": [
    "disk",
    () => ({ freeBytes: async () => GB / 2 }),
    "warn",
    /512 MB are free/,
    /STANDPIPE_AUDIT_DAYS/,
  ],
  "a full disk": [
    "disk",
    () => ({ freeBytes: async () => 1_000 }),
    "fail",
    /0 MB are free/,
    /Free some space/,
  ],
  "a database file that is broken": [
    "store",
    async () => {
      await writeFile(join(folder, "standpipe.db"), "nonsense ".repeat(200));
      return {};
    },
    "fail",
    /standpipe\.db in .* cannot be read/,
    /restore a backup/,
  ],
  "a database server that is down": [
    "store",
    () => ({ variables: { DATABASE_URL: "postgres://127.0.0.1:9/x" } }),
    "fail",
    /DATABASE_URL cannot be read \(ECONNREFUSED\)/,
    /Start PostgreSQL/,
  ],
  "a database of a newer version": [
    "store",
    async () => {
      const on = await startTestGateway({ folder, env: { STANDPIPE_SECRET_KEY: "k".repeat(40) } });
      await sql`insert into kysely_migration (name, timestamp) values ('9999-new', '')`.execute(
        on.gateway.core.store.db,
      );
      await on.stop();
      return {};
    },
    "fail",
    /newer version/,
    /newer version/,
  ],
  "a short secret key": [
    "secret key",
    () => ({ variables: { STANDPIPE_SECRET_KEY: "short" } }),
    "fail",
    /32 characters/,
    /32/,
  ],
  "a lost secret key": [
    "secret key",
    async () => {
      await usedFolder();
      return { variables: { STANDPIPE_SECRET_KEY: "" } };
    },
    "fail",
    /There is no secret key/,
    /secret\.key back/,
  ],
  "another secret key": [
    "secret key",
    async () => {
      await usedFolder("fhb-good", "another".repeat(8));
      return {};
    },
    "fail",
    /not the one that encrypted/,
    /earlier key/,
  ],
  "a clock that is wrong": [
    "clock",
    () => ({ now: () => new Date(Date.now() + 300_000) }),
    "fail",
    /differs by (299|300|301) s/,
    /timedatectl/,
  ],
  "a proxy variable": [
    "proxy",
    () => ({ env: { HTTPS_PROXY: "http://proxy:3128" } }),
    "warn",
    /HTTPS_PROXY is set/,
    /direct connections/,
  ],
  "a name without an address": [
    "dns",
    () => ({ variables: { STANDPIPE_BASE_URLS: "https://nosuch.invalid" } }),
    "fail",
    /nosuch\.invalid has no address/,
    /DNS/,
  ],
  "a region that does not answer": [
    "regions",
    () => ({ region: "http://127.0.0.1:9" }),
    "fail",
    /FireHydrant us at .* does not answer \(\w+/,
    /outgoing/,
  ],
  "a provider without metadata": [
    "providers",
    async () => ({
      variables: {
        STANDPIPE_OAUTH_ISSUERS: (await listening((_, response) => response.writeHead(404).end())).url,
      },
    }),
    "fail",
    /It publishes no metadata/,
    /STANDPIPE_OAUTH_ISSUERS/,
  ],
  "a gateway that is ready with a warning": [
    "hosts",
    async () => ({
      url: (
        await listening((_, response) => response.end('{"status":"ready","warnings":["A key is away."]}'))
      ).url,
    }),
    "warn",
    /is ready, but: A key is away\./,
    /log/,
  ],
  "a clock without another one": [
    "clock",
    () => ({ variables: { STANDPIPE_BASE_URLS: "" }, region: "http://127.0.0.1:9" }),
    "warn",
    /No other clock answered/,
    /timedatectl/,
  ],
};
