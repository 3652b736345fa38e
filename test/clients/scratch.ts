import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { scratchInstall } from "../fixtures/scratch-install.js";

/** A client in a folder of its own, with a home folder that has no settings yet. */
export interface Scratch {
  readonly home: string;
  /** Writes a file of the home folder. */
  write(path: string, text: string): Promise<void>;
  /** Runs a shell command with the client's programs. Its output, also if it fails. */
  run(command: string): Promise<string>;
  /** Starts a shell command that waits for something, such as a browser. */
  start(command: string): Started;
  /** Runs a module next to the client's packages, and gives the JSON that it prints last. */
  runModule(code: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** A command that runs. */
interface Started {
  /** What it printed so far. */
  output(): string;
  readonly ended: Promise<unknown>;
  stop(): void;
}

const MOST_MS = 90_000;
const execute = promisify(execFile);

/** Packages stay installed for the next run. Some of them fetch their program in an install script. */
export async function openScratch(
  name: string,
  packages: Readonly<Record<string, string>>,
): Promise<Scratch> {
  const folder = join(tmpdir(), "standpipe-clients", name);
  const modules = await scratchInstall(folder, packages, { hasScripts: true });
  // Codex refuses a home folder below the system's folder for temporary files.
  const home = await mkdtemp(join(folder, "home-"));
  const env = {
    PATH: `${join(modules, ".bin")}:${process.env["PATH"]}`,
    HOME: home,
    NO_COLOR: "1",
    DISABLE_TELEMETRY: "1",
    DO_NOT_TRACK: "1",
    GENKIT_TELEMETRY_DISABLED: "1",
  };
  const options = { cwd: home, env, timeout: MOST_MS, maxBuffer: 1e8 };

  return {
    home,
    write: async (path, text) => {
      const file = join(home, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    },
    run: async (command) => {
      const done = await execute("sh", ["-c", `${command} </dev/null`], options).catch(
        (failed: { stdout: string; stderr: string }) => failed,
      );
      return `${done.stdout}\n${done.stderr}`;
    },
    start: (command) => {
      const child = spawn("sh", ["-c", command], { cwd: home, env, stdio: ["ignore", "pipe", "pipe"] });
      let printed = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (text) => (printed += String(text)));
      return { output: () => printed, ended: once(child, "close"), stop: () => void child.kill() };
    },
    runModule: async (code) => {
      const file = join(folder, "try.mjs");
      await writeFile(file, `${code}\nprocess.exit(0);\n`);
      const { stdout } = await execute(process.execPath, [file], options);
      return JSON.parse(stdout.trim().split("\n").at(-1)!) as Record<string, unknown>;
    },
    close: () => rm(home, { recursive: true, force: true }),
  };
}
