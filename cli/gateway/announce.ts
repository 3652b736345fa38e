interface Started {
  readonly url: string;
  /** Only known at the first start. */
  readonly adminToken?: string;
  /** Where a browser on this machine sees the sandbox. */
  readonly sandboxView?: string;
  readonly sandboxToken?: string;
}

/** Tells the person who starts it, on stdout. Logs may be kept, so they never hold a token. */
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
