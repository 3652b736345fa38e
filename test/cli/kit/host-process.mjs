import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

/*
 * Runs lines of the bundle in one process, one after the other. The part that reads the command line runs for each line.
 * All other parts stay loaded.
 */
const program = process.argv[2];
const [main] = /\.\/main-\w+\.js/.exec(readFileSync(program, "utf8"));
const { run } = await import(pathToFileURL(join(dirname(program), "parts.mjs")).href);

/** Ends a line, as the end of the process does. */
class ProcessExit extends Error {}

const streams = ["stdout", "stderr"];

process.on("message", async (line) => process.send(await runLine(line)));
// The tests are over, or were killed.
process.on("disconnect", () => process.kill(process.pid));

async function runLine({ args, cwd, env }) {
  process.chdir(cwd);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  process.argv = [process.execPath, program, ...args];
  process.exitCode = undefined;
  const ended = { code: undefined, stdout: "", stderr: "" };
  for (const stream of streams)
    process[stream].write = (text) => {
      if (ended.code === undefined) ended[stream] += text;
      return true;
    };
  process.exit = (code) => {
    ended.code ??= Number(code ?? process.exitCode ?? 0);
    throw new ProcessExit();
  };
  try {
    await run(main).ended;
    ended.code ??= Number(process.exitCode ?? 0);
  } catch (error) {
    if (!(error instanceof ProcessExit)) ended.stderr += error.stack;
    ended.code ??= 1;
  }
  for (const stream of streams) process[stream].removeAllListeners("error");
  return ended;
}
