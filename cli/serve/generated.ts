import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Apis } from "../apis.js";

/**
 * Runs a bundle of `standpipe generate --bundle`: it serves its API with the flags of `standpipe serve`, or like
 * `standpipe gateway`. Does nothing if another program imports the bundle.
 */
export async function serveGenerated(module: string, apis: Apis): Promise<void> {
  if (!isMain(module)) return;
  const [command, ...rest] = process.argv.slice(2);
  if (command !== "gateway") return (await import("./serve.js")).serveApis(process.argv.slice(2), apis);
  const code = await (await import("../gateway/gateway.js")).gatewayCommand({ apis }).run(rest);
  if (code !== 0) process.exit(code);
}

function isMain(module: string): boolean {
  const [, program] = process.argv;
  return program !== undefined && realpathSync(program) === realpathSync(fileURLToPath(module));
}
