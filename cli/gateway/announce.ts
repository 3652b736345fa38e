interface Started {
  readonly url: string;
  /** Only known at the first start. */
  readonly adminToken?: string;
  /** URL of the sandbox's view for a browser on this machine. */
  readonly sandboxView?: string;
  readonly sandboxToken?: string;
}

/** Prints the URLs and the token on stdout. Logs may be stored, so they never contain a token. */
export function announce({ url, adminToken, sandboxView, sandboxToken }: Started): void {
  const server = `${url}/mcp/${sandboxToken}`;
  const lines = [
    `The page and the management API: ${url}/`,
    ...(adminToken === undefined ? [] : [`Admin token, shown this once: ${adminToken}`]),
    ...(sandboxView === undefined ? [] : [`What happens in the sandbox:     ${sandboxView}`]),
    ...(sandboxToken === undefined
      ? []
      : [
          `A server URL on the sandbox:     ${server}`,
          `Next: claude mcp add --transport http standpipe ${server}`,
        ]),
  ];
  console.log(lines.join("\n"));
}
