import { isJson, type Declared, type Operation } from "./document.js";
import { isRecord } from "../values.js";
import { deepJoined, samples, type Making } from "./answers.js";
import { plainName } from "./naming.js";
import { statusNumber } from "./success.js";

type Reason = "missing" | "invalid" | "conflict";

/** A refused request. */
export class Refusal extends Error {
  constructor(
    readonly reason: Reason,
    message: string,
  ) {
    super(message);
  }
}

/** The statuses for each reason, the best first. For `4XX` and `default` the first number is used. */
const STATUSES: Readonly<Record<Reason, readonly string[]>> = {
  missing: ["404", "410", "4XX", "default"],
  invalid: ["400", "422", "4XX", "default"],
  conflict: ["409", "422", "400", "4XX", "default"],
};

/** An answer of an error, ready to be sent. */
export interface Refused {
  readonly status: number;
  readonly media: string;
  readonly body: unknown;
  /** Whether the contract declares such an answer. */
  readonly isDeclared: boolean;
}

/** Fields for the message. */
const WORDS = /^(message|detail|details|error|title|description|errordescription|reason|msg|errormessage)$/;

/** The answer that an operation declares for a refusal, with its message in the fields for it. */
export function refused(operation: Operation, { reason, message }: Refusal, making: Making): Refused {
  const meant = Number(STATUSES[reason][0]);
  const declared = STATUSES[reason]
    .map((status) => operation.answers.find((answer) => answer.status === status))
    .find(Boolean);
  const made = declared && errorBody(declared, { message, status: statusNumber(declared, meant) }, making);
  if (!declared || made === undefined)
    return { status: meant, media: "application/json", body: { message }, isDeclared: false };
  return { status: statusNumber(declared, meant), ...made, isDeclared: true };
}

/** The content of an error. */
interface Said {
  readonly message: string;
  readonly status: number;
}

function errorBody(
  { content }: Declared,
  said: Said,
  making: Making,
): Pick<Refused, "media" | "body"> | undefined {
  if (!content) return { media: "", body: undefined };
  if (!isJson(content.media)) return { media: content.media, body: said.message };
  const media = content.media.includes("*") ? "application/json" : content.media;
  if (content.schema === undefined) return { media, body: { message: said.message } };
  for (const made of samples(content.schema, "error", making)) {
    const spoken = isRecord(made) ? deepJoined(made, telling(made, said, 0)) : made;
    const valid = [spoken, made].find((one) => making.validity.isValid(content.schema, one, "answer"));
    if (valid !== undefined) return { media, body: valid };
  }
  return undefined;
}

/** The fields for message and status, with their values. */
function telling(made: object, said: Said, depth: number): object {
  const told = Object.entries(made).flatMap(([name, value]): [string, unknown][] => {
    const plain = plainName(name);
    if (typeof value === "string" && WORDS.test(plain)) return [[name, said.message]];
    if (typeof value === "number" && /^(status|code|statuscode)$/.test(plain)) return [[name, said.status]];
    if (isRecord(value) && depth < 3) return [[name, telling(value, said, depth + 1)]];
    const [first] = Array.isArray(value) ? (value as unknown[]) : [];
    if (isRecord(first) && depth < 3) return [[name, [{ ...first, ...telling(first, said, depth + 1) }]]];
    return [];
  });
  return Object.fromEntries(told);
}
