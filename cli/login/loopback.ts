import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CommandError } from "../command/errors.js";

/** What the page sent back, and the secret that belongs to it. */
export interface Brought {
  readonly device_code: string;
  readonly code_verifier: string;
}

/**
 * Signs in by a browser on this computer: the page sends a code to a port that only this computer can reach.
 * @param show prints the link
 */
export async function bringCode(
  gateway: string,
  show: (link: string) => void,
  signal: AbortSignal,
): Promise<Brought> {
  const [code_verifier, state] = [secret(), secret()];
  const challenge = createHash("sha256").update(code_verifier).digest("base64url");
  const server = createServer();
  try {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const asked = new URLSearchParams({ port: String(port), state, challenge });
    show(`${gateway}/device/here?${asked.toString()}`);
    const answer = await new Promise<URLSearchParams>((resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
      server.on("request", ({ url = "/" }, response) => {
        const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
        const isOurs = pathname === "/callback" && searchParams.get("state") === state;
        response.writeHead(isOurs ? 200 : 404, { "content-type": "text/plain" });
        response.end(isOurs ? "You can close this page, and go back to the command line.\n" : "");
        if (isOurs) resolve(searchParams);
      });
    });
    const code = answer.get("code");
    if (code === null)
      throw new CommandError(
        "The sign-in was refused on the page. Run standpipe login again to start another one.",
      );
    return { device_code: code, code_verifier };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function secret(): string {
  return randomBytes(32).toString("base64url");
}
