import type { Start } from "./dockerfile.js";

/**
 * The command that runs something in an image's folder as an engine would: nothing else is to be seen, the user is the
 * image's own, and so is the environment. It takes root to give it.
 * @param words the image's own command, or another one, such as its question after its health
 */
export function within(folder: string, { user, env }: Start, words: readonly string[]) {
  return {
    command: "chroot",
    args: [`--userspec=${user}`, "--groups=", folder, ...words],
    env: { PATH: "/usr/local/bin:/usr/sbin:/usr/bin", ...env },
  };
}
