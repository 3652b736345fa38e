#!/usr/bin/env node
import { suggestion } from "../runtime/arguments/nearest.js";
import { version } from "./version.js";

/** A command: what it does in a line, and the module that runs it, loaded only when it is asked for. */
interface Command {
  readonly about: string;
  /** Whether it takes the generator's libraries, which an installed package may lack. */
  readonly generates?: true;
  load(): Promise<{ run(argv: readonly string[]): Promise<void> }>;
}

const commands: Readonly<Record<string, Command>> = {
  serve: { about: "Serve an API's tools over MCP", load: () => import("./serve-own.js") },
  gateway: {
    about: "Serve server URLs, and the page to manage them",
    load: () => import("./gateway-own.js"),
  },
  account: { about: "Accounts of a gateway: add, list, remove", load: () => import("./admin/account.js") },
  server: {
    about: "Its server URLs: create, list, show, update, rotate, revoke",
    load: () => import("./admin/server.js"),
  },
  token: { about: "Its API tokens: create, list, revoke", load: () => import("./admin/token.js") },
  log: { about: "Its audit log", load: () => import("./admin/log.js") },
  connect: { about: "Bridge stdio to a server URL", load: () => import("./connect.js") },
  "client-config": {
    about: "Print a client's settings for a server URL",
    load: () => import("./client-config.js"),
  },
  sandbox: { about: "A FireHydrant to practise on", load: () => import("./sandbox.js") },
  eval: { about: "Have an agent work through tasks on the sandbox", load: () => import("./eval.js") },
  generate: {
    about: "Write tool modules and catalogue anew",
    generates: true,
    load: () => import("./generate.js"),
  },
  import: {
    about: "Take an upstream document over as facts",
    generates: true,
    load: () => import("./import.js"),
  },
  describe: {
    about: "Words to fill in for what nobody described",
    generates: true,
    load: () => import("./describe.js"),
  },
  diff: { about: "What a change does to the tools", generates: true, load: () => import("./diff.js") },
  update: {
    about: "Import, generate, and tell what changes",
    generates: true,
    load: () => import("./update.js"),
  },
  verify: { about: "Compare what runs with what was reviewed", load: () => import("./verify.js") },
  stats: { about: "Tokens per tool, group and surface", generates: true, load: () => import("./stats.js") },
};

// Whoever reads what is printed may have read enough, as `| head` has.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const [name = "--help", ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) await start(command);
else if (name === "--version") console.log(version);
else if (name === "--help" || name === "help") console.log(usage());
else refuse(name);

async function start({ generates, load }: Command): Promise<void> {
  const lack = generates && (await import("./libraries.js")).lackOfLibraries();
  if (lack === undefined) return (await load()).run(rest);
  console.error(`standpipe: ${lack}`);
  process.exitCode = 1;
}

function usage(): string {
  const lines = Object.entries(commands).map(([command, { about }]) => `  ${command.padEnd(15)}${about}`);
  return `standpipe <command>\n\n${lines.join("\n")}\n\nstandpipe <command> --help says more.`;
}

function refuse(given: string): void {
  const near = suggestion(given, Object.keys(commands));
  console.error(
    `standpipe: there is no command ${given}.${near === undefined ? "" : ` Did you mean ${near}?`}\n\n${usage()}`,
  );
  process.exitCode = 1;
}
