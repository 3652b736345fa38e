import { readdir, readFile } from "node:fs/promises";

/** A process's memory in megabytes. */
export async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)![1]) / 1000;
}

/** The CPU time so far of a process's threads in milliseconds. A thread that has ended is not in it. */
export async function cpuOf(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`);
  const times = await Promise.all(threads.map((thread) => cpuOfThread(`/proc/${pid}/task/${thread}`)));
  return times.reduce((sum, one) => sum + one, 0);
}

/** The first number of `schedstat` is in nanoseconds. `stat` counts in steps of 10 ms, which is ten calls. */
async function cpuOfThread(folder: string): Promise<number> {
  const text = await readFile(`${folder}/schedstat`, "utf8").catch(() => "0");
  return Number(text.split(" ")[0]) / 1e6;
}
