import { decodeText } from "../answer/decode.js";
import { beginningOf } from "../answer/read.js";
import { sanitiseText, type Redactor } from "../answer/sanitise.js";
import type { ArgumentFault } from "../contract/fault.js";
import type { ToolModule } from "../contract/tool.js";
import { parsedJson } from "../values/json.js";
import type { Answer } from "../contract/answer.js";

/** The message in an error's body, and the arguments that it blames. */
export interface Said {
  readonly words: readonly string[];
  readonly arguments: readonly ArgumentFault[];
}

const MOST_WORDS = 10;
const MOST_CHARACTERS = 500;

/**
 * Reads the usual formats of an error's body: `detail`, `messages` as a list or a text, `error`, `errors` as a list or
 * by field. A body that is not JSON gives its first characters.
 */
export function readSaid({ body, headers }: Answer, tool: ToolModule, redactor: Redactor): Said {
  if (body.length === 0) return { words: [], arguments: [] };
  const text = decodeText(body, headers["content-type"]);
  const value = parsedJson(text);
  if (value === undefined)
    return {
      words: [beginningOf(withoutMarkup(text, headers["content-type"]), redactor)],
      arguments: [],
    };
  const found = [...new Set(wordsIn(value).map((words) => redactor.text(sanitiseText(words.trim()))))].filter(
    Boolean,
  );
  const words = found.slice(0, MOST_WORDS).map(shortened);
  if (found.length > words.length) words.push(`… and ${found.length - words.length} more messages`);
  const known = argumentNames(tool);
  const blamed = words.flatMap((one) => blamedBy(one, known));
  return { words, arguments: [...new Map(blamed.map((fault) => [fault.argument, fault])).values()] };
}

const PLACES = [
  "detail",
  "message",
  "messages",
  "error",
  "error_description",
  "errors",
  "title",
  "reason",
  "description",
];

function wordsIn(value: unknown, field?: string): string[] {
  if (typeof value === "string") return [field === undefined ? value : `${field} ${value}`];
  if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one, field));
  if (typeof value !== "object" || value === null) return [];
  const fields = value as Record<string, unknown>;
  const told = PLACES.filter((place) => Object.hasOwn(fields, place));
  if (told.length > 0) {
    const own = fields["field"] ?? fields["path"] ?? fields["param"] ?? fields["attribute"];
    return told.flatMap((place) =>
      place === "errors" && isByField(fields[place])
        ? Object.entries(fields[place]).flatMap(([name, words]) => wordsIn(words, name))
        : wordsIn(fields[place], typeof own === "string" ? own : undefined),
    );
  }
  const others = Object.values(value);
  if (field !== undefined) return wordsIn(others, field);
  return others.length > 0 ? [JSON.stringify(value)] : [];
}

function isByField(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !PLACES.some((place) => Object.hasOwn(value, place))
  );
}

/** `impacts[0][id] is missing` and `name can't be blank, severity is invalid` blame the first word of each part. */
function blamedBy(words: string, known: ReadonlySet<string>): ArgumentFault[] {
  return words.split(/,\s+|;\s+/).flatMap((part) => {
    const start = /^["'`]?([A-Za-z_][\w.[\]]*)["'`]?[\s:]/.exec(part)?.[1];
    if (start === undefined) return [];
    const path = start.replace(/\[([A-Za-z_]\w*)\]/g, ".$1");
    const root = /^\w+/.exec(path)![0];
    const name = known.has(root) ? root : [...known].find((one) => one.toLowerCase() === root.toLowerCase());
    return name === undefined ? [] : [{ argument: name + path.slice(root.length), message: part }];
  });
}

function argumentNames({ input }: ToolModule): ReadonlySet<string> {
  return new Set("shape" in input ? Object.keys(input.shape as object) : []);
}

function shortened(words: string): string {
  if (words.length <= MOST_CHARACTERS) return words;
  return `${words.slice(0, MOST_CHARACTERS)}… (${words.length - MOST_CHARACTERS} more characters)`;
}

/** The message of an error page is in its text, not in its styles and scripts. */
function withoutMarkup(text: string, contentType = ""): string {
  if (!/html/i.test(contentType) && !/^\s*</.test(text)) return text;
  let shown = "";
  let from = 0;
  for (let at = text.indexOf("<"); at >= 0; at = text.indexOf("<", from)) {
    const end = endOfMarkup(text, at);
    if (end === undefined) break;
    shown += `${text.slice(from, at)} `;
    from = end;
  }
  return shown + text.slice(from);
}

/** The end of the markup that begins at a `<`; undefined if no markup follows. */
function endOfMarkup(text: string, at: number): number | undefined {
  const name = text.slice(at + 1, at + 7).toLowerCase();
  const close = name === "script" ? CLOSED_SCRIPT : name.startsWith("style") ? CLOSED_STYLE : undefined;
  let from = at;
  if (close) {
    close.lastIndex = at;
    const found = close.exec(text);
    if (!found) return text.length;
    from = found.index;
  }
  const end = text.indexOf(">", from);
  return end < 0 ? undefined : end + 1;
}

const CLOSED_SCRIPT = /<\/script/gi;
const CLOSED_STYLE = /<\/style/gi;
