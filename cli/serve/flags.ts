import { UsageError } from "../command/errors.js";
import { list, number, text, toggle, type Values } from "../command/flags.js";
import { redactFlag, toolFlags } from "../tool-flags.js";

const usualHost = "127.0.0.1";
const usualPort = 8808;

const seconds = (about: string, least: number, most: number, usual: number) =>
  number(about, { least, most, fractions: true, default: usual });

/** @param apis names of the APIs that can be served; the first one is the default */
export const serveFlags = (apis: readonly string[]) => ({
  api: text("API to serve, by name, or the folder of a generated one", { default: apis[0]! }),
  stdio: toggle("Serve one client on stdin and stdout", { shown: "true without --http" }),
  http: toggle("Serve Streamable HTTP at /mcp", { default: false }),
  host: text("With --http: address to listen on", { shown: usualHost }),
  port: number("With --http: port to listen on; 0 takes a free one", {
    least: 0,
    most: 65_535,
    shown: String(usualPort),
  }),
  "allow-host": list("With --http: further host names that clients may use"),
  "allow-origin": list(
    "With --http: origins of web pages that may use the server, such as https://app.example.com",
    {
      fault: (origin) =>
        URL.canParse(origin) && new URL(origin).origin === origin
          ? undefined
          : "an origin such as https://app.example.com, without a path",
    },
  ),
  "base-url": text("URL of the API, instead of a region's server"),
  ...toolFlags,
  "result-token-budget": number("Maximum tokens of a result", {
    least: 500,
    most: 1_000_000,
    default: 20_000,
  }),
  "result-file-bytes": number("Maximum bytes of a file in a result; 0 leaves out all files", {
    least: 0,
    most: 10_000_000,
    default: 1_000_000,
  }),
  "rate-limit": number("Maximum requests in the API's window; 0 turns pacing off", {
    least: 0,
    most: 1_000_000,
    shown: "the API's own limit",
  }),
  redact: redactFlag,
  "output-schemas": toggle("List output schemas, and send results as structured content too", {
    default: false,
  }),
  "connect-seconds": seconds("Maximum seconds to connect to the API", 1, 60, 5),
  "first-byte-seconds": seconds("Maximum seconds without a byte from the API", 0.1, 300, 30),
  "call-seconds": seconds("Maximum seconds of a call, including waiting", 0.1, 600, 60),
  sandbox: toggle("Serve a sandbox in place of the API; needs no key", { default: false }),
});

/** The options of `standpipe serve`. */
export type ServeFlags = Values<ReturnType<typeof serveFlags>>;

/** Host and port for HTTP; undefined for stdio. */
export interface HttpAddress {
  readonly host: string;
  readonly port: number;
  readonly allowedHosts?: readonly string[];
  readonly allowedOrigins?: readonly string[];
}

/** @throws UsageError for flags that exclude each other */
export function httpAddress(flags: ServeFlags): HttpAddress | undefined {
  const { http, stdio, host, port, allowHost, allowOrigin } = flags;
  if (http && stdio) throw new UsageError("--http and --stdio exclude each other. Pass one of them.");
  if (!http && stdio === false) throw new UsageError("--no-stdio leaves nothing to serve. Pass --http.");
  if (http)
    return {
      host: host ?? usualHost,
      port: port ?? usualPort,
      allowedHosts: allowHost,
      allowedOrigins: allowOrigin,
    };
  const forHttp = {
    "--host": host,
    "--port": port,
    "--allow-host": allowHost,
    "--allow-origin": allowOrigin,
  };
  const idle = Object.entries(forHttp).find(([, value]) => value !== undefined);
  if (idle) throw new UsageError(`${idle[0]} has no meaning over stdio. Pass --http too, or leave it out.`);
  return undefined;
}
