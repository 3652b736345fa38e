#!/usr/bin/env node
import { suggestion } from "../runtime/index.js";
import { UsageError } from "./command/errors.js";
import { exitCodeOf } from "./command/failure.js";
import { quoted } from "./command/flags.js";
import { commands } from "./commands.js";
import { version } from "./version.js";

// A reader such as `head` may close stdout early.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
// A server goes on without a reader of its log.
process.stderr.on("error", () => {});

const [name = "--help", ...rest] = process.argv.slice(2);
/** Settles when the command has ended. */
export const ended = run().then((code) => {
  // A fatal error ends the process, even if something still listens or waits. A successful command ends by itself.
  if (code !== 0) process.exit(code);
});

async function run(): Promise<number> {
  if (Object.hasOwn(commands, name)) return start();
  if (["--version", "--help", "-h", "help"].includes(name)) {
    console.log(name === "--version" ? version : usage());
    return 0;
  }
  const near = suggestion(name, Object.keys(commands));
  const hint = near === undefined ? "" : ` Did you mean ${near}?`;
  return exitCodeOf(new UsageError(`There is no command ${quoted(name)}.${hint}`), "standpipe", 1);
}

async function start(): Promise<number> {
  const { generates, load } = commands[name]!;
  const missing = generates && (await import("./generate/libraries.js")).missingLibraries();
  if (missing) return exitCodeOf(missing, "standpipe", 1);
  if (generates) (await import("./optimiser.js")).optimiseFor("short");
  return (await load()).command.run(rest);
}

function usage(): string {
  const lines = Object.entries(commands).map(([command, { about }]) => `  ${command.padEnd(15)}${about}`);
  return `standpipe <command>\n\n${lines.join("\n")}\n\nstandpipe <command> --help shows its flags.`;
}
