/** How far a request got before it failed: before sending, before an answer, or inside the answer's body. */
export type Phase = "connecting" | "waiting" | "reading";

/** What happened. `garbled` is an answer that is not HTTP, or a body whose encoding cannot be decoded. */
export type FailureReason = "timeout" | "unresolved" | "refused" | "tls" | "broken" | "too_large" | "garbled";

/** A request without a usable answer. It contains neither the URL nor the headers, so no log of it has a key. */
export class SendFailure extends Error {
  constructor(
    readonly phase: Phase,
    readonly reason: FailureReason,
    /** The system's or the client's code, such as `ECONNRESET`. */
    readonly code?: string,
    /** Status of the answer, if its head arrived. */
    readonly status?: number,
  ) {
    super(`${reason} while ${phase}${code ? ` (${code})` : ""}`);
    this.name = "SendFailure";
  }
}

/** The meaning of Node's or undici's error. An error inside the body always has the phase `reading`. */
export function sendFailureOf(error: unknown, status?: number): SendFailure {
  if (error instanceof SendFailure) return new SendFailure(error.phase, error.reason, error.code, status);
  const code = codeOf(error);
  const [phase, reason] = meaningOf(code);
  return new SendFailure(status === undefined ? phase : "reading", reason, code, status);
}

function meaningOf(code: string): [Phase, FailureReason] {
  if (/^(ENOTFOUND|EAI_\w+)$/.test(code)) return ["connecting", "unresolved"];
  if (/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/.test(code)) return ["connecting", "timeout"];
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/.test(code)) return ["connecting", "refused"];
  if (/^(EPROTO|ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/.test(code)) {
    return ["connecting", "tls"];
  }
  if (/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(code)) return ["waiting", "timeout"];
  if (code === "HPE_INVALID_EOF_STATE") return ["waiting", "broken"];
  if (/^(HPE_|Z_|UND_ERR_HEADERS_OVERFLOW)/.test(code)) return ["waiting", "garbled"];
  return ["waiting", "broken"];
}

function codeOf(error: unknown): string {
  const { code, name, message } = (error ?? {}) as { code?: unknown; name?: unknown; message?: unknown };
  if (typeof code === "string") return code;
  if (name !== "HTTPParserError") return "";
  // undici's parser has codes for only some of its errors. A normal end in the middle of a body is not bad HTTP.
  return /EOF/.test(String(message)) ? "HPE_INVALID_EOF_STATE" : "HPE_INVALID";
}
