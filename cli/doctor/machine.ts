import { accessSync, constants, existsSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { fail, ok, warn, type Examined, type Finding } from "./finding.js";

const MB = 1_048_576;
const LEAST_FREE = 100 * MB;
const FEW_FREE = 1_024 * MB;

export function checkNode({ nodeVersion }: Examined): Finding {
  const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return ok(`Node ${nodeVersion}.`);
  return fail(`Node ${nodeVersion} is too old.`, "Install Node 20.19 or later.");
}

export async function checkPort({ host, port }: Examined): Promise<Finding> {
  const code = await listenFault(host, port);
  if (code === undefined) return ok(`Port ${port} is free.`);
  if (code === "EADDRINUSE") {
    const isGateway = await fetch(`http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/healthz`, {
      signal: AbortSignal.timeout(2_000),
    }).then(
      async (response) => (await response.text()).includes('"status":"ok"'),
      () => false,
    );
    return isGateway
      ? ok(`A gateway serves on port ${port}.`)
      : fail(`Another program uses port ${port}.`, "Stop it, or start the gateway with another --port.");
  }
  if (code === "EACCES")
    return fail(`Standpipe may not listen on port ${port}.`, "Use a --port from 1024 on.");
  return fail(
    `${host} is not an address of this machine (${code}).`,
    "Pass one with --host, such as 127.0.0.1.",
  );
}

function listenFault(host: string, port: number): Promise<string | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code ?? "unknown"));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

export function checkFolder({ folder, settings }: Examined): Finding {
  if (!existsSync(folder)) {
    return settings.databaseUrl === undefined
      ? warn(
          `The data folder ${folder} does not exist yet.`,
          "The gateway creates it. If it should exist, check --data.",
        )
      : ok("The data folder is not needed with DATABASE_URL and STANDPIPE_SECRET_KEY.");
  }
  const about = statSync(folder);
  if (!about.isDirectory()) return fail(`${folder} is a file.`, "Pass a folder with --data.");
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return fail(
      `Standpipe may not write in ${folder}.`,
      `Give it to the gateway's user: chown -R <user> ${folder}`,
    );
  }
  const mode = about.mode & 0o777;
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    return warn(`Other users of this machine have access to ${folder}.`, `Run: chmod 700 ${folder}`);
  return ok(`${folder} is writable, and only its owner can read it.`);
}

export async function checkDisk({ folder, settings, freeBytes }: Examined): Promise<Finding> {
  if (settings.databaseUrl !== undefined) return ok("The data is in PostgreSQL.");
  const free = await freeBytes(existsSync(folder) ? folder : ".");
  const told = `${Math.floor(free / MB)} MB are free for the database.`;
  if (free < LEAST_FREE)
    return fail(told, "Free some space. While the audit log cannot be written, the gateway refuses writes.");
  if (free < FEW_FREE) return warn(told, "Free some space, or set a smaller STANDPIPE_AUDIT_DAYS.");
  return ok(told);
}

const PROXY_VARIABLES = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"];

export function checkProxy({ env }: Examined): Finding {
  const set = PROXY_VARIABLES.filter((name) => env[name]);
  if (set.length === 0) return ok("No variable names a proxy.");
  return warn(
    `${set.join(" and ")} ${set.length === 1 ? "is" : "are"} set, and Standpipe does not use proxies of the environment.`,
    "Allow direct connections to the API on port 443, or let a transparent egress proxy carry them.",
  );
}
