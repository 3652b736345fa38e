/** Whether a person's browser asks, by its `Accept` header. MCP clients and programs never ask for HTML. */
export function isBrowser(accept: string | undefined): boolean {
  return /\btext\/html\b/.test(accept ?? "");
}
