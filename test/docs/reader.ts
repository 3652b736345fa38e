import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Block } from "./page.js";

interface Shell {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  readonly printed: () => string;
  /** Its exit code, once it and its output have ended. */
  readonly ended: Promise<number | null>;
  /** Resolves when this text is printed; rejects if it ends before. */
  readonly says: (text: string) => Promise<void>;
}

/** Someone who follows a page in a folder of their own, from its beginning to its end. */
export class Reader {
  readonly #shells: Shell[] = [];
  readonly #servers: Shell[] = [];

  /**
   * @param folder where the page is followed
   * @param scratch where the blocks are kept, and what they export
   * @param port that is free, in place of the usual one
   */
  constructor(
    private readonly folder: string,
    private readonly scratch: string,
    private readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** @throws Error with the block and what it printed, when it fails */
  async follow(block: Block): Promise<void> {
    switch (block.kind) {
      case "file":
        await mkdir(dirname(join(this.folder, block.name)), { recursive: true });
        return writeFile(join(this.folder, block.name), block.text);
      case "run":
        return this.#run(this.#filledIn(block.text));
      case "serves":
        return this.#serve(this.#filledIn(block.text));
      case "elsewhere":
      case "shown":
    }
  }

  /** Ends what still serves. */
  async close(): Promise<void> {
    for (const { child } of this.#servers) {
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, "SIGTERM");
    }
    await Promise.all(this.#servers.map(({ ended }) => ended));
  }

  /** The block with what a reader would put in: the port that is free here, and tokens as they were printed. */
  #filledIn(text: string): string {
    const printed = this.#shells.map((shell) => shell.printed()).join("\n");
    return text
      .replaceAll("8808", String(this.port))
      .replaceAll(/\b(sp|spm|spa)_…/g, (placeholder, prefix) => {
        const found = printed.match(new RegExp(`\\b${prefix}_[\\w-]{20,}`, "g"));
        if (!found) throw new Error(`Nothing has printed what stands for ${placeholder}.`);
        return found.at(-1)!;
      });
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
    // An answer comes after all that it prints at its start.
    await fetch(`http://127.0.0.1:${this.port}/`).then((response) => response.body?.cancel());
  }

  async #start(text: string): Promise<Shell> {
    const script = join(this.scratch, `block-${this.#shells.length + 1}.sh`);
    await writeFile(script, text);
    const child = spawn("bash", ["-euo", "pipefail", script], {
      cwd: this.folder,
      env: this.env,
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, so that what it started ends with it.
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
