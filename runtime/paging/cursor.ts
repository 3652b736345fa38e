import type { KeyObject } from "node:crypto";
import type { Arguments } from "../contract/caller.js";
import { Fault } from "../contract/fault.js";
import { canonical } from "../values/canonical.js";

/** A position in an upstream list. */
export interface Position {
  /** The page's number, cursor, preceding id or start index; absent for the first page. */
  readonly at?: string | number;
  /** Items per page to request; absent for upstream's default. */
  readonly size?: number;
  /** Items of the page that were already returned. */
  readonly skip?: number;
}

/** Turns positions into cursors and back. */
export interface Cursors {
  /** An opaque text that is only valid for this tool with these arguments. */
  seal(position: Position, tool: string, args: Arguments): string;
  /** @throws Fault `invalid_arguments` if the text was changed or belongs to another call */
  open(text: string, tool: string, args: Arguments): Position;
}

const SIGNATURE_BYTES = 16;

/** Loaded by the first cursor: it takes milliseconds and memory that most calls do not need. */
const crypto = () => process.getBuiltinModule("node:crypto");

/**
 * @param keyOf shared by processes that serve the same clients; by default cursors are valid as long as the process
 * runs. It is called at the first cursor, because most clients of a gateway with many server URLs never use one.
 */
export function createCursors(keyOf = randomKey): Cursors {
  let key: KeyObject | undefined;
  function sign(payload: string, tool: string, args: Arguments): Buffer {
    const bound = JSON.stringify([payload, tool, canonical(args)]);
    const hmac = crypto().createHmac("sha256", (key ??= keyOf()));
    return hmac.update(bound).digest().subarray(0, SIGNATURE_BYTES);
  }

  return {
    seal({ at, size, skip }, tool, args) {
      const payload = Buffer.from(JSON.stringify([at ?? null, size ?? 0, skip ?? 0])).toString("base64url");
      return `${payload}.${sign(payload, tool, args).toString("base64url")}`;
    },
    open(text, tool, args) {
      const [payload = "", signature = ""] = text.split(".");
      const given = Buffer.from(signature, "base64url");
      const right = sign(payload, tool, args);
      if (given.length !== right.length || !crypto().timingSafeEqual(given, right)) throw strangeCursor(tool);
      const [at, size, skip] = JSON.parse(Buffer.from(payload, "base64url").toString()) as [
        Position["at"] | null,
        number,
        number,
      ];
      return { at: at ?? undefined, size: size || undefined, skip: skip || undefined };
    },
  };
}

function randomKey(): KeyObject {
  return crypto().createSecretKey(crypto().randomBytes(32));
}

function strangeCursor(tool: string): Fault {
  const message = `is not a next_cursor of ${tool} with these arguments`;
  return new Fault({
    kind: "invalid_arguments",
    message: `The cursor ${message}.`,
    arguments: [{ argument: "cursor", message }],
    next: `Pass next_cursor unchanged, with the same other arguments as before; or call ${tool} without cursor to begin again.`,
  });
}
