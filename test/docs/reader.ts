import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import type { Block } from "./page.js";

interface Shell {
  readonly child: ChildProcess;
  /** Its output so far. */
  readonly printed: () => string;
  /** Its exit code, once it has exited and its output is closed. */
  readonly ended: Promise<number | null>;
  /** Resolves when this text is printed; rejects if the program exits before. */
  readonly says: (text: string) => Promise<void>;
}

/** A reader who follows a page in a folder, from the first block to the last. */
export class Reader {
  readonly #shells: Shell[] = [];
  readonly #servers: Shell[] = [];

  /**
   * @param folder where the commands run
   * @param scratch for scripts of the blocks and their exported variables
   * @param port a free port that replaces the usual one
   */
  constructor(
    private readonly folder: string,
    private readonly scratch: string,
    private readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** @throws Error with the block and its output if it fails */
  async follow(block: Block): Promise<void> {
    switch (block.kind) {
      case "file":
        await mkdir(dirname(join(this.folder, block.name)), { recursive: true });
        return writeFile(join(this.folder, block.name), block.text);
      case "run":
        return this.#run(await this.#filledIn(block.text));
      case "restarts":
        await this.close();
        return this.#serve(await this.#filledIn(block.text));
      case "serves":
        return this.#serve(await this.#filledIn(block.text));
      case "elsewhere":
      case "shown":
    }
  }

  /** Stops all started servers. */
  async close(): Promise<void> {
    const servers = this.#servers.splice(0);
    for (const { child } of servers) {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, "SIGTERM");
    }
    await Promise.all(servers.map(({ ended }) => ended));
  }

  /** The block with a reader's values: the free port, a key, and printed tokens. */
  async #filledIn(text: string): Promise<string> {
    const placeholders = new Set(text.match(/\b(sp|spm|spa)_…/g));
    let filled = text.replaceAll("8808", String(this.port)).replaceAll("fhb-…", "fhb-of-the-reader");
    for (const placeholder of placeholders)
      filled = filled.replaceAll(placeholder, await this.#value(placeholder));
    return filled;
  }

  /** The newest printed token. A server may print it a moment after it has begun to answer. */
  async #value(placeholder: string): Promise<string> {
    const token = new RegExp(`\\b${placeholder.slice(0, -1)}[\\w-]{20,}`, "g");
    const printed = () => this.#shells.map((shell) => shell.printed()).join("\n");
    const found = () => printed().match(token)?.at(-1);
    await expect.poll(found, { message: `output with a value for ${placeholder}` }).toBeDefined();
    return found()!;
  }

  async #run(text: string): Promise<void> {
    const kept = join(this.scratch, "exported.sh");
    const before = `[ ! -f ${kept} ] || source ${kept}\n`;
    const after = `\ndeclare -px | grep -vE '^declare -x (PWD|OLDPWD|SHLVL|_)=' > ${kept}\n`;
    const shell = await this.#start(before + text + after);
    const code = await shell.ended;
    if (code !== 0) throw new Error(`A block ended with ${code}.\n\n${text}\n${shell.printed()}`);
  }

  async #serve(text: string): Promise<void> {
    const shell = await this.#start(text);
    this.#servers.push(shell);
    await shell.says(`127.0.0.1:${this.port}`);
    // The prompt appears after everything that the program prints at its start.
    await fetch(`http://127.0.0.1:${this.port}/`).then((response) => response.body?.cancel());
  }

  async #start(text: string): Promise<Shell> {
    const script = join(this.scratch, `block-${this.#shells.length + 1}.sh`);
    await writeFile(script, text);
    const child = spawn("bash", ["-euo", "pipefail", script], {
      cwd: this.folder,
      env: this.env,
      stdio: ["ignore", "pipe", "pipe"],
      // It gets its own process group, so that its child processes end with it.
      detached: true,
    });
    let printed = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => (printed += String(chunk)));
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    const says = (wanted: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => printed.includes(wanted) && resolve();
        for (const stream of [child.stdout, child.stderr]) stream.on("data", look);
        void ended.then(() => reject(new Error(`It ended and never said ${wanted}.\n\n${text}\n${printed}`)));
      });
    const shell = { child, printed: () => printed, ended, says };
    this.#shells.push(shell);
    return shell;
  }
}
