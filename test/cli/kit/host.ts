import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { mostMs, type Ended, type RunOptions } from "./bundle.js";

/** A process that runs lines of the bundle, one after the other. To start a process for each line takes much longer. */
export interface Host {
  run(args: readonly string[], options: Pick<RunOptions, "cwd" | "env">): Promise<Ended>;
  close(): void;
}

export function startHost(program: string): Host {
  const child = fork(join(import.meta.dirname, "host-process.mjs"), [program], { stdio: "ignore" });
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(args, { cwd, env }) {
      const ended = last.then(() => runLine(child, { args, cwd, env }));
      last = ended;
      return ended;
    },
    close: () => void child.kill("SIGKILL"),
  };
}

/** A line that hangs is killed with its process. Its exit code is null, and so are those of the lines after it. */
function runLine(child: ChildProcess, line: object): Promise<Ended> {
  const killed = { code: null, stdout: "", stderr: "The process of the lines was killed." };
  if (!child.connected) return Promise.resolve(killed);
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), mostMs);
    const end = (ended: Ended) => {
      clearTimeout(timer);
      child.off("message", end).off("exit", isOver);
      resolve(ended);
    };
    const isOver = () => end(killed);
    child.on("message", end).on("exit", isOver);
    child.send(line);
  });
}
