import type { Start } from "./dockerfile.js";

/**
 * The command that runs something in an image's folder like a container engine: with no other files, the image's own
 * user and its environment. It needs root.
 * @param words the image's own command, or another one such as its health check
 */
export function within(folder: string, { user, env }: Start, words: readonly string[]) {
  return {
    command: "chroot",
    args: [`--userspec=${user}`, "--groups=", folder, ...words],
    env: { PATH: "/usr/local/bin:/usr/sbin:/usr/bin", ...env },
  };
}
