import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readDockerfile } from "./image/dockerfile.js";
import { layImage } from "./image/lay.js";
import { within } from "./image/start.js";

/**
 * `make image-tree`: starts the container's image without a container engine, with the current STANDPIPE_… and other
 * variables.
 */
async function startImage(root: string): Promise<void> {
  const into = join(root, "image-tree");
  await rm(into, { recursive: true, force: true });
  await mkdir(into);
  const plan = readDockerfile(await readFile(join(root, "deploy/Dockerfile"), "utf8"));
  const folder = await layImage(plan, root, into);
  const { command, args, env } = within(folder, plan.start, plan.start.command);
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill("SIGTERM"));
  child.on("exit", (code) => (process.exitCode = code ?? 1));
}

await startImage(fileURLToPath(new URL("..", import.meta.url)));
