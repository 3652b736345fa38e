import { metaKeys } from "./protocol.js";
import type { Shown } from "./shown.js";

/** A standpipe: a pipe in the street that firefighters connect to. */
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#0b5cad"/>' +
  '<path d="M14.5 5h3v2.2a5.6 5.6 0 0 1 4.1 4.3h1.2v2.2H9.2v-2.2h1.2a5.6 5.6 0 0 1 4.1-4.3zM11 14.7h10v1.5h3v4.6h-3' +
  'v3.2h2.2v3H8.8v-3H11v-3.2H8v-4.6h3z" fill="#fff"/><circle cx="16" cy="18.5" r="2.4" fill="#0b5cad"/></svg>';

/** The server's icons, as clients show them. They need no request. */
const serverIcons = [
  {
    src: `data:image/svg+xml;base64,${Buffer.from(drawing).toString("base64")}`,
    mimeType: "image/svg+xml",
    sizes: ["any"],
  },
];

/** Whether a revision of MCP has icons. Revisions are dates. */
const hasIcons = (revision: string) => revision >= "2025-11-25";

/** The server's name, title and version, with icons in revisions that have them. */
export function introductionIn(revision: unknown, info: Shown["info"]): object {
  return typeof revision === "string" && hasIcons(revision) ? { ...info, icons: serverIcons } : info;
}

/**
 * The answers to `initialize` and `server/discover` with icons. Later revisions repeat the server's name in every
 * answer, and there it has no icons.
 */
export function withIcons<Message extends object>(message: Message): Message {
  const { result } = message as { readonly result?: Introducing };
  if (!result) return message;
  const { serverInfo, protocolVersion, supportedVersions, _meta } = result;
  if (serverInfo !== undefined)
    return { ...message, result: { ...result, serverInfo: introductionIn(protocolVersion, serverInfo) } };
  const info = _meta?.[metaKeys.serverInfo];
  if (!Array.isArray(supportedVersions) || info === undefined) return message;
  const shown = introductionIn(supportedVersions[0], info);
  return { ...message, result: { ...result, _meta: { ..._meta, [metaKeys.serverInfo]: shown } } };
}

interface Introducing {
  readonly serverInfo?: Shown["info"];
  readonly protocolVersion?: unknown;
  readonly supportedVersions?: unknown;
  readonly _meta?: Readonly<Record<string, Shown["info"]>>;
}
