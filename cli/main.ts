#!/usr/bin/env node
import { suggestion } from "../runtime/arguments/nearest.js";
import { version } from "./version.js";

/** A command: what it does in a line, and the module that runs it, loaded only when it is asked for. */
interface Command {
  readonly about: string;
  load(): Promise<{ run(argv: readonly string[]): Promise<void> }>;
}

const commands: Readonly<Record<string, Command>> = {
  serve: { about: "Serve an API's tools over MCP", load: () => import("./serve.js") },
  generate: { about: "Write tool modules and catalogue anew", load: () => import("./generate.js") },
  stats: { about: "Tokens per tool, group and surface", load: () => import("./stats.js") },
};

const [name = "--help", ...rest] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) await (await command.load()).run(rest);
else if (name === "--version") console.log(version);
else if (name === "--help" || name === "help") console.log(usage());
else refuse(name);

function usage(): string {
  const lines = Object.entries(commands).map(([command, { about }]) => `  ${command.padEnd(12)}${about}`);
  return `standpipe <command>\n\n${lines.join("\n")}\n\nstandpipe <command> --help says more.`;
}

function refuse(given: string): void {
  const near = suggestion(given, Object.keys(commands));
  console.error(
    `standpipe: there is no command ${given}.${near === undefined ? "" : ` Did you mean ${near}?`}\n\n${usage()}`,
  );
  process.exitCode = 1;
}
