import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Apis } from "../apis.js";
import type { StartSandbox } from "./serve.js";

/**
 * Runs a bundle of `standpipe generate --bundle`: it serves its API with the flags of `standpipe serve`, or like
 * `standpipe gateway`. Does nothing if another program imports the bundle.
 */
export async function serveGenerated(module: string, apis: Apis): Promise<void> {
  if (!isMain(module)) return;
  const [command, ...rest] = process.argv.slice(2);
  const startSandbox: StartSandbox = async (api) =>
    (await import("../sandbox/any-api.js")).startFromGenerated(api);
  if (command !== "gateway")
    return (await import("./serve.js")).serveApis(process.argv.slice(2), apis, startSandbox);
  const code = await (await import("../gateway/gateway.js")).gatewayCommand({ apis, startSandbox }).run(rest);
  if (code !== 0) process.exit(code);
}

function isMain(module: string): boolean {
  const [, program] = process.argv;
  return program !== undefined && realpathSync(program) === realpathSync(fileURLToPath(module));
}
