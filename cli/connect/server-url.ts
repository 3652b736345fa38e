import { UsageError } from "../command/errors.js";

/**
 * The given server URL, or the one in STANDPIPE_SERVER_URL.
 * @param where it is given, for the message
 * @throws UsageError if there is none; the message never shows the URL, because it may hold a token
 */
export function serverUrlFrom(given: string | undefined, where: string): string {
  const url = given ?? (process.env["STANDPIPE_SERVER_URL"] || undefined);
  if (url === undefined)
    throw new UsageError(`There is no server URL. Pass it as ${where}, or set STANDPIPE_SERVER_URL.`);
  if (isHttpUrl(url)) return url;
  const source = given === undefined ? "STANDPIPE_SERVER_URL" : where;
  throw new UsageError(`${source} takes a server URL, such as https://host/mcp/TOKEN.`);
}

export function isHttpUrl(text: string): boolean {
  return /^https?:\/\/\S+$/.test(text) && URL.canParse(text);
}
