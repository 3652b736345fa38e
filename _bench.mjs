// _bench.ts
import { Agent as Agent2 } from "undici";
import { fork } from "node:child_process";
import { z as z2 } from "zod";

// runtime/fault.ts
var Fault = class extends Error {
  kind;
  status;
  said;
  arguments;
  next;
  retryAfterSeconds;
  mayHaveHappened;
  constructor(details) {
    super(details.message);
    this.name = "Fault";
    this.kind = details.kind;
    this.status = details.status;
    this.said = details.said;
    this.arguments = details.arguments;
    this.next = details.next;
    this.retryAfterSeconds = details.retryAfterSeconds;
    this.mayHaveHappened = details.mayHaveHappened;
  }
};

// runtime/answer/envelope.ts
var LIST_NAMES = ["data", "items", "results", "Resources", "records", "entries", "values", "value"];
var ABOUT_PAGES = ["pagination", "paging", "page_info", "meta", "links", "_links"];
var NEXT_NAMES = [
  "next",
  "next_cursor",
  "nextCursor",
  "next_page",
  "next_page_token",
  "nextPageToken",
  "cursor",
  "after"
];
var TOTAL_NAMES = ["total", "total_count", "totalCount", "totalResults", "total_items", "count"];
var PAGE_NAMES = [
  ...NEXT_NAMES,
  ...TOTAL_NAMES,
  ...[
    "prev",
    "previous",
    "page",
    "pages",
    "last",
    "per_page",
    "has_more",
    "hasMore",
    "itemsPerPage",
    "startIndex",
    "schemas"
  ]
];
function readListing(value, headers, paged) {
  const linked = nextLink(headers["link"]);
  if (Array.isArray(value)) return { items: value, next: linked };
  if (typeof value !== "object" || value === null) return void 0;
  const fields = value;
  const name = listName(fields, paged);
  if (name === void 0) return void 0;
  const about = [...ABOUT_PAGES.flatMap((place) => isRecord(fields[place]) ? [fields[place]] : []), fields];
  return {
    items: fields[name],
    total: first(about, TOTAL_NAMES, (found) => typeof found === "number" ? found : void 0),
    next: nextOf(about, linked),
    also: othersOf(fields, name)
  };
}
function listName(fields, paged) {
  const lists = Object.keys(fields).filter((name) => Array.isArray(fields[name]));
  const known2 = LIST_NAMES.find((name) => lists.includes(name));
  if (paged) return known2 ?? (lists.length === 1 ? lists[0] : void 0);
  const rest = Object.keys(fields).filter(
    (name) => name !== known2 && !ABOUT_PAGES.includes(name) && !PAGE_NAMES.includes(name)
  );
  return known2 !== void 0 && rest.length === 0 ? known2 : void 0;
}
function nextOf(about, linked) {
  const next = first(about, NEXT_NAMES, (found) => {
    const plain = isRecord(found) ? found["href"] : found;
    return typeof plain === "string" && plain !== "" || typeof plain === "number" ? plain : void 0;
  });
  if (next !== void 0) return next;
  const saysNo = first(about, NEXT_NAMES, (found) => found === null || found === "" ? true : void 0);
  const hasNoMore = first(
    about,
    ["has_more", "hasMore", "has_next_page"],
    (found) => found === false ? true : void 0
  );
  if (saysNo || hasNoMore) return null;
  const page = first(about, ["page"], asNumber);
  const pages = first(about, ["pages", "last", "total_pages"], asNumber);
  if (page === void 0 || pages === void 0) return linked;
  return page < pages ? page + 1 : null;
}
function first(places, names, found) {
  for (const place of places) {
    for (const name of names) {
      const result = Object.hasOwn(place, name) ? found(place[name]) : void 0;
      if (result !== void 0) return result;
    }
  }
  return void 0;
}
function othersOf(fields, list) {
  const others = Object.entries(fields).filter(
    ([name]) => name !== list && !ABOUT_PAGES.includes(name) && !PAGE_NAMES.includes(name)
  );
  return others.length > 0 ? Object.fromEntries(others) : void 0;
}
function nextLink(link) {
  if (link === void 0) return void 0;
  if (!/rel="?(first|prev|next|last)/.test(link)) return void 0;
  return /<([^>]*)>\s*;[^,]*rel="?next\b/.exec(link)?.[1] ?? null;
}
function asNumber(value) {
  return typeof value === "number" ? value : void 0;
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// runtime/answer/budget.ts
function estimateTokens(text2) {
  let tokens = 0;
  let run2 = 0;
  let kind = SPACE;
  for (let at = 0; at < text2.length; at += 1) {
    const code = text2.charCodeAt(at);
    const next = code < 128 ? KINDS[code] : WIDE;
    const continues = next === kind || kind === UPPER && next === LOWER && run2 === 1;
    if (!continues) {
      tokens += costOfRun(kind, run2);
      run2 = 0;
    }
    if (next === WIDE) tokens += costOfWide(code);
    kind = next;
    run2 += 1;
  }
  return Math.ceil((tokens + costOfRun(kind, run2)) * MARGIN);
}
function largestWithin(most, budget, cost) {
  if (cost(most) <= budget) return most;
  let fits3 = 0;
  let tooMany = most;
  while (tooMany - fits3 > 1) {
    const middle = fits3 + tooMany >> 1;
    if (cost(middle) <= budget) fits3 = middle;
    else tooMany = middle;
  }
  return fits3;
}
var MARGIN = 1.15;
var SIGN = 0;
var SPACE = 1;
var LOWER = 2;
var UPPER = 3;
var DIGIT = 4;
var WIDE = 5;
var KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[a-z]/.test(character)) return LOWER;
  if (/[A-Z]/.test(character)) return UPPER;
  if (/\d/.test(character)) return DIGIT;
  return /\s/.test(character) ? SPACE : SIGN;
});
function costOfRun(kind, run2) {
  switch (kind) {
    case SPACE:
      return run2 > 1 ? 1 : run2 / 4;
    case LOWER:
      return Math.ceil(run2 / 5);
    case UPPER:
      return Math.ceil(run2 / 2);
    case DIGIT:
      return Math.ceil(run2 / 3);
    case SIGN:
      return Math.ceil(run2 / 2);
    default:
      return 0;
  }
}
function costOfWide(code) {
  if (code < 1920 || code >= 2304 && code < 3712) return 0.75;
  if (code >= 8192 && code < 44032) return 1;
  if (code >= 44032 && code < 55216) return 1;
  if (code >= 55296 && code < 57344) return 1.25;
  return 2;
}

// runtime/answer/cut.ts
var CAPS = [
  { items: 500, characters: 2e4 },
  { items: 200, characters: 8e3 },
  { items: 100, characters: 4e3 },
  { items: 50, characters: 2e3 },
  { items: 20, characters: 1e3 },
  { items: 10, characters: 500 },
  { items: 5, characters: 250 },
  { items: 2, characters: 100 }
];
function cutToBudget(value, budget) {
  for (const caps of CAPS) {
    const cuts = [];
    const cut = cutBy(caps, value, "", cuts);
    if (estimateTokens(JSON.stringify(cut)) <= budget) return { value: cut, cuts };
  }
  const text2 = JSON.stringify(value);
  const beginning = text2.slice(0, budget);
  return {
    value: beginning,
    cuts: [{ at: "@", shown: beginning.length, of: text2.length, unit: "characters" }]
  };
}
function cutBy(caps, value, at, cuts) {
  if (typeof value === "string") return cutText(caps.characters, value, at, cuts);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const shown2 = value.slice(0, caps.items);
    if (shown2.length < value.length)
      cuts.push({ at: at || "@", shown: shown2.length, of: value.length, unit: "items" });
    return shown2.map((item, index) => cutBy(caps, item, `${at}[${index}]`, cuts));
  }
  const fields = Object.entries(value);
  const shown = fields.slice(0, caps.items);
  if (shown.length < fields.length)
    cuts.push({ at: at || "@", shown: shown.length, of: fields.length, unit: "fields" });
  return Object.fromEntries(shown.map(([name, held]) => [name, cutBy(caps, held, join(at, name), cuts)]));
}
function cutText(most, text2, at, cuts) {
  if (text2.length <= most) return text2;
  const end = /[\ud800-\udbff]/.test(text2[most - 1]) ? most - 1 : most;
  cuts.push({ at: at || "@", shown: end, of: text2.length, unit: "characters" });
  return `${text2.slice(0, end)}\u2026`;
}
function join(at, name) {
  const step = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
  return at === "" ? step : `${at}.${step}`;
}

// runtime/answer/present.ts
var RESERVE = 400;
var MOST_CUTS_TOLD = 10;
function presentValue(value, shaping, budget, remarks = {}) {
  const shaped = shaping.apply(value) ?? null;
  const note = noteOnNothing(shaped, value, shaping);
  const text2 = textOf(shaped, { ...note, ...remarks });
  if (fits(text2, budget)) return text2;
  const { value: cut, cuts } = cutToBudget(shaped, Math.max(1, budget - RESERVE));
  return textOf(cut, { ...remarks, ...cutRemarks(cuts, budget, shaping.fields) });
}
function presentList(gathered, shaping, budget, remarks = {}) {
  const { items } = gathered;
  const beside = gathered.also === void 0 ? {} : { also: gathered.also };
  const whole = listText(shaping.apply(items), items.length, gathered, shaping, budget, {
    ...remarks,
    ...beside
  });
  if (fits(whole, budget)) return whole;
  const also = gathered.also === void 0 ? void 0 : cutToBudget(gathered.also, Math.floor(budget / 4));
  const room = Math.max(1, budget - RESERVE - (also ? estimateTokens(JSON.stringify(also.value)) : 0));
  const shown = largestWithin(items.length, room, costOf(items, shaping));
  const all = { ...remarks, ...also ? { also: also.value, ...cutRemarks(also.cuts, budget) } : {} };
  if (shown > 0 || items.length === 0)
    return listText(shaping.apply(items.slice(0, shown)), shown, gathered, shaping, budget, all);
  const first2 = cutToBudget(shaping.apply(items.slice(0, 1)), room);
  return listText(first2.value, 1, gathered, shaping, budget, {
    ...all,
    ...cutRemarks(first2.cuts, budget, shaping.fields)
  });
}
function overflows(items, shaping, budget) {
  return tokensOf(shaping.apply(items)) > budget;
}
function listText(value, shown, { items, total, cursorAfter, note }, shaping, budget, remarks) {
  const next = cursorAfter?.(shown);
  const isCut = shown < items.length;
  const rest = next !== void 0 ? "pass next_cursor for the rest" : `for the rest pass fields: ${sliceOf(shown, shaping)}`;
  const cut = `${shown} of the ${items.length} items that were fetched fit into ${budget} tokens; ${rest}, or name fewer fields.`;
  const nothing = noteOnNothing(value, items, shaping);
  return JSON.stringify({
    ...Array.isArray(value) ? { items: value } : { result: value ?? null },
    ...total !== void 0 && total > shown ? { total } : {},
    ...next !== void 0 ? { next_cursor: next } : {},
    ...isCut ? { cut } : {},
    ...note !== void 0 ? { note } : nothing,
    ...remarks
  });
}
function costOf(items, shaping) {
  if (shaping.fields !== void 0) return (count2) => tokensOf(shaping.apply(items.slice(0, count2)));
  const sums = [0];
  for (const shaped of shaping.apply(items)) sums.push(sums.at(-1) + tokensOf(shaped) + 1);
  return (count2) => sums[count2];
}
function tokensOf(value) {
  return estimateTokens(JSON.stringify(value ?? null));
}
function fits(text2, budget) {
  return text2.length * 3 <= budget || estimateTokens(text2) <= budget;
}
function textOf(value, remarks) {
  const names = Object.keys(remarks);
  const isRecord3 = typeof value === "object" && value !== null && !Array.isArray(value);
  if (names.length === 0 && typeof value === "object" && value !== null) return JSON.stringify(value);
  const isFree = isRecord3 && !names.some((name) => Object.hasOwn(value, name));
  return JSON.stringify(isFree ? { ...value, ...remarks } : { result: value, ...remarks });
}
function noteOnNothing(shaped, value, { fields }) {
  if (fields === void 0 || (shaped ?? null) !== null || value === null) return {};
  const what = Array.isArray(value) ? `an array of ${value.length} items, so it begins with []` : "one record";
  return { note: `fields matched nothing. What it is applied to is ${what}.` };
}
function cutRemarks(cuts, budget, fields) {
  if (cuts.length === 0) return {};
  const told = cuts.slice(0, MOST_CUTS_TOLD).map(({ at: at2, shown: shown2, of, unit }) => `${at2}: ${shown2} of ${of} ${unit}`);
  const more = cuts.length > told.length ? [`and ${cuts.length - told.length} more places`] : [];
  const [{ at, shown }] = cuts;
  const path = at === "@" ? "" : at;
  const slice = JSON.stringify(
    fields === void 0 ? `${path}[${shown}:]` : `(${fields}) | ${path}[${shown}:]`
  );
  return {
    cut: [...told, ...more],
    rest: `The answer is larger than ${budget} tokens. Name the fields you need, or read on with fields: ${slice}.`
  };
}
function sliceOf(shown, { fields }) {
  return JSON.stringify(fields === void 0 ? `[${shown}:]` : `[${shown}:] | ${fields}`);
}

// runtime/answer/answer-text.ts
function answerText(content, headers, presenting) {
  const { clean, title } = presenting;
  switch (content.kind) {
    case "json": {
      const listing = readListing(content.value, headers, false);
      if (!listing) return valueText(clean(content.value), presenting);
      const { items, total, also, next } = listing;
      const isPart = total !== void 0 && total > items.length || next !== void 0 && next !== null;
      const note = isPart ? `${title} has more than these, but this tool has no argument for further pages.` : void 0;
      return listText2({ items, total, also, note }, presenting);
    }
    case "empty":
      return valueText(
        { status: content.status, message: emptyMessage(content.status, presenting) },
        presenting,
        true
      );
    case "text":
      return valueText(
        { text: clean(content.text), content_type: content.type || void 0 },
        presenting,
        true
      );
    case "binary": {
      const message = "The answer is no text; its bytes are not shown.";
      return valueText(
        { content_type: content.type || void 0, bytes: content.bytes, message },
        presenting,
        true
      );
    }
  }
}
function listText2(gathered, presenting) {
  const { clean, budget, remarks } = presenting;
  const seen = { ...gathered, items: clean(gathered.items), also: clean(gathered.also) };
  return orPlain(presenting, (shaping, more) => presentList(seen, shaping, budget, { ...remarks, ...more }));
}
function valueText(value, presenting, isOurs = false) {
  const { budget, remarks } = presenting;
  if (isOurs) return presentValue(value, { apply: (one) => one }, budget, remarks);
  return orPlain(
    presenting,
    (shaping, more) => presentValue(value, shaping, budget, { ...remarks, ...more })
  );
}
function orPlain({ shaping, plain }, present) {
  try {
    return present(shaping, {});
  } catch (error) {
    if (!(error instanceof Fault) || shaping.fields === void 0) throw error;
    return present(plain, { fields_note: `${error.message} The answer is given without it.` });
  }
}
function emptyMessage(status, { title, read }) {
  if (read) return `${title} answered ${status} without content. That is no list, not even an empty one.`;
  return status === 202 ? `${title} accepted it; the work goes on.` : `Done; ${title} answers this without content.`;
}

// runtime/answer/sanitise.ts
var TooDeep = class extends Error {
};
var MOST_LEVELS = 200;
var HIDDEN = "[redacted]";
function sanitise(value, redactor, level = 0) {
  if (typeof value === "string") return visible(value, redactor);
  if (typeof value !== "object" || value === null) return value;
  if (level >= MOST_LEVELS) throw new TooDeep();
  if (Array.isArray(value)) return value.map((item) => sanitise(item, redactor, level + 1));
  const fields = /* @__PURE__ */ new Map();
  for (const [key, held] of Object.entries(value)) {
    const name = freeName(sanitiseText(key), fields);
    const isHidden = redactor?.hides(name) === true && isSomething(held);
    fields.set(name, isHidden ? HIDDEN : sanitise(held, redactor, level + 1));
  }
  return Object.fromEntries(fields);
}
function sanitiseText(text2) {
  return UNSEEN.test(text2) ? text2.replace(/\r\n?/g, "\n").replace(UNSEEN_ALL, "") : text2;
}
function visible(text2, redactor) {
  const seen = sanitiseText(text2);
  return redactor ? redactor.text(seen) : seen;
}
function freeName(name, taken) {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name}_${number}`)) number += 1;
  return `${name}_${number}`;
}
function isSomething(value) {
  return typeof value === "string" && value !== "" || typeof value === "number" || typeof value === "object" && value !== null;
}
var RANGES = [
  "\\0-\\x08\\x0b-\\x1f\\x7f-\\x9f",
  // controls but tab and newline
  "\\xad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u3164\\uffa0",
  // hyphen, joiner and fillers without a face
  "\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff",
  // zero width and directions
  "\\ufe00-\\ufe0e\\ufff9-\\ufffb\\u{1d173}-\\u{1d17a}\\u{1bca0}-\\u{1bca3}",
  // selectors, annotations, format marks
  "\\u{e0000}-\\u{e0fff}",
  // tags and further selectors
  "\\p{Cs}\\p{Noncharacter_Code_Point}"
  // halves of pairs, and what is no character
].join("");
var UNSEEN = new RegExp(`[${RANGES}]`, "u");
var UNSEEN_ALL = new RegExp(`[${RANGES}]+`, "gu");

// runtime/answer/read.ts
var SHOWN_CHARACTERS = 300;
function readAnswer({ status, headers, body }, title) {
  if (body.length === 0) return { kind: "empty", status };
  const type = mediaType(headers["content-type"]);
  if (isBinary(type, body)) return { kind: "binary", bytes: body.length, type };
  const text2 = decodeText(body);
  if (text2.trim() === "") return { kind: "empty", status };
  if (isJson(type) || /^\s*[[{]/.test(text2)) {
    const value = parsed(text2);
    if (value !== void 0) return { kind: "json", value };
    if (isJson(type))
      throw unreadable(
        title,
        status,
        /^\s*</.test(text2) ? "HTML under the name of JSON" : "broken JSON",
        text2
      );
  }
  if (isHtml(type, text2)) throw unreadable(title, status, "HTML", text2);
  return { kind: "text", text: sanitiseText(text2), type };
}
function decodeText(body) {
  return new TextDecoder().decode(body);
}
function beginningOf(text2) {
  const seen = sanitiseText(text2.slice(0, SHOWN_CHARACTERS * 4)).replace(/\s+/g, " ").trim();
  return seen.length > SHOWN_CHARACTERS ? `${seen.slice(0, SHOWN_CHARACTERS)}\u2026` : seen;
}
function unreadable(title, status, what, text2) {
  return new Fault({
    kind: "upstream_unreadable",
    message: `${title} answered ${status} with ${what}, which holds no result.`,
    status,
    said: [beginningOf(text2)]
  });
}
function parsed(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function mediaType(contentType) {
  return (contentType ?? "").split(";")[0].trim().toLowerCase();
}
function isJson(type) {
  return /[/+]json$/.test(type);
}
function isHtml(type, text2) {
  return type === "text/html" || type === "application/xhtml+xml" || /^\s*<(!doctype html|html|head|body)\b/i.test(text2);
}
function isBinary(type, body) {
  if (/^(image(?!\/svg)|audio|video|font)\//.test(type) || /^application\/(pdf|zip|gzip)$/.test(type))
    return true;
  return body.subarray(0, 1024).includes(0);
}

// runtime/answer/redact.ts
var SECRET_FIELDS = [
  "password",
  "passwd",
  "secret",
  "token",
  "api_key",
  "access_key",
  "access_token",
  "refresh_token",
  "auth_token",
  "id_token",
  "bearer_token",
  "client_secret",
  "secret_key",
  "signing_secret",
  "shared_secret",
  "webhook_secret",
  "private_key",
  "authorization"
];
var SECRET_TEXT = new RegExp(
  [
    "\\bfhb-[A-Za-z0-9_-]{16,}",
    "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}",
    "\\bgh[opsru]_[A-Za-z0-9]{30,}",
    "\\bgithub_pat_[A-Za-z0-9_]{30,}",
    "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b",
    "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+",
    "\\bBearer [A-Za-z0-9._~+/-]{20,}=*",
    "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?"
  ].join("|"),
  "g"
);
var EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;
function createRedactor(options = {}, conceal = (text2) => text2) {
  const { fields = [], patterns = [], emails = false } = options;
  const names = new Set([...SECRET_FIELDS, ...fields].map(plainName));
  const looks = [SECRET_TEXT, ...emails ? [EMAIL] : [], ...patterns];
  return {
    hides: (field) => names.has(plainName(field)),
    text: (text2) => looks.reduce((left, look) => left.replace(look, "[redacted]"), conceal(text2))
  };
}
function plainName(field) {
  return field.toLowerCase().replace(/[-_]/g, "");
}

// runtime/answer/fields.ts
import { compile, TreeInterpreter } from "@jmespath-community/jmespath";
var MOST_CHARACTERS = 2e3;
var MOST_GROWTH = 1e3;
var GROWING = /* @__PURE__ */ new Set(["pad_left", "pad_right", "replace", "to_string", "join"]);
var MOST_GROWING = 3;
function compileFields(expression) {
  if (expression.length > MOST_CHARACTERS) throw fieldsFault(`is longer than ${MOST_CHARACTERS} characters`);
  const tree = parse(expression);
  const growth = growthOf(tree);
  if (growth.factor > MOST_GROWTH || growth.functions > MOST_GROWING) {
    throw fieldsFault("copies too much: name fewer fields, and nest fewer text functions");
  }
  return (value) => {
    try {
      return TreeInterpreter.search(tree, value);
    } catch (error) {
      throw fieldsFault(`cannot be applied to this answer: ${wordsOf(error)}`);
    }
  };
}
function parse(expression) {
  try {
    return compile(expression);
  } catch (error) {
    throw fieldsFault(`is no JMESPath expression: ${wordsOf(error)}`);
  }
}
function growthOf(node) {
  if (typeof node !== "object" || node === null) return { factor: 1, functions: 0 };
  const { type, name, children } = node;
  const isMultiSelect = type === "MultiSelectList" || type === "MultiSelectHash";
  let factor = isMultiSelect ? Math.max(1, children?.length ?? 1) : 1;
  let functions = type === "Function" && GROWING.has(name ?? "") ? 1 : 0;
  for (const below2 of Object.values(node).flat()) {
    const growth = growthOf(below2);
    factor *= growth.factor;
    functions += growth.functions;
  }
  return { factor, functions };
}
function wordsOf(error) {
  return error instanceof Error ? error.message.slice(0, 200) : "unknown error";
}
function fieldsFault(message) {
  return new Fault({
    kind: "invalid_arguments",
    message: `fields ${message}.`,
    arguments: [{ argument: "fields", message }],
    next: "fields is JMESPath over the answer, and over the array of items of a list: `[].{id: id, name: name}`. Without it the answer is concise."
  });
}

// runtime/answer/trim.ts
function trim(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(trim);
  return Object.fromEntries(
    Object.entries(value).filter(([, held]) => saysSomething(held)).map(([name, held]) => [name, trim(held)])
  );
}
function conciseView(record, paths) {
  const trimmed = trim(record);
  const kept = pick(trimmed, treeOf(paths));
  return isEmpty(kept) ? trimmed : kept;
}
function pick(value, kept) {
  if (kept === true || typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, kept));
  const record = value;
  return Object.fromEntries(
    [...kept].filter(([name]) => Object.hasOwn(record, name)).map(([name, below2]) => [name, pick(record[name], below2)])
  );
}
var trees = /* @__PURE__ */ new WeakMap();
function treeOf(paths) {
  const known2 = trees.get(paths);
  if (known2) return known2;
  const root = /* @__PURE__ */ new Map();
  for (const path of paths) insert(root, path.split("."));
  trees.set(paths, root);
  return root;
}
function insert(tree, [name, ...rest]) {
  const below2 = tree.get(name);
  if (below2 === true) return;
  if (rest.length === 0) return void tree.set(name, true);
  const next = below2 ?? /* @__PURE__ */ new Map();
  tree.set(name, next);
  insert(next, rest);
}
function saysSomething(value) {
  return value !== null && value !== void 0 && !(Array.isArray(value) && value.length === 0);
}
function isEmpty(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
}

// runtime/answer/shaping.ts
function takeShaping(tool2, args) {
  const own = "shape" in tool2.input ? tool2.input.shape : {};
  const rest = { ...args };
  const take = (name) => {
    if (Object.hasOwn(own, name)) return void 0;
    const value = rest[name];
    delete rest[name];
    return value;
  };
  const view = take("view") ?? "concise";
  const fields = take("fields");
  if (view !== "concise" && view !== "full") throw wrong("view", `must be "concise" or "full"`);
  const plain = byView(view, tool2.view);
  if (fields === void 0) return { args: rest, shaping: plain, plain };
  if (typeof fields !== "string") throw wrong("fields", "must be a JMESPath expression in a string");
  return { args: rest, shaping: byFields(fields), plain };
}
function byFields(fields) {
  const project = compileFields(fields);
  return {
    fields,
    apply(value) {
      const result = project(value) ?? null;
      return result === null && Array.isArray(value) ? project({ items: value, data: value }) : result;
    }
  };
}
function byView(view, kept) {
  const one = view === "full" ? (value) => value : kept ? (value) => conciseView(value, kept) : trim;
  return { apply: (value) => Array.isArray(value) ? value.map(one) : one(value) };
}
function wrong(argument, message) {
  return new Fault({
    kind: "invalid_arguments",
    message: `${argument} ${message}.`,
    arguments: [{ argument, message }]
  });
}

// runtime/arguments/nearest.ts
import { distance } from "fastest-levenshtein";
var MOST_COMPARED = 100;
function suggestion(given2, names) {
  const [nearest] = nearestFirst(given2, names);
  if (nearest === void 0) return void 0;
  const isNear = slips(given2, nearest) <= Math.max(2, Math.floor(nearest.length / 3));
  return isNear ? nearest : void 0;
}
function nearestFirst(given2, names) {
  const ranked = names.map((name) => ({ name, slips: slips(given2, name) }));
  return ranked.sort((one, other) => one.slips - other.slips).map(({ name }) => name);
}
function slips(given2, name) {
  return distance(bare(given2), bare(name));
}
function bare(name) {
  return name.slice(0, MOST_COMPARED).toLowerCase().replaceAll(/[\s_.-]/g, "");
}

// runtime/arguments/path.ts
var MOST_OF_A_KEY = 100;
function printPath(path) {
  if (path.length === 0) return "arguments";
  return path.map((key, index) => printKey(key, index === 0)).join("");
}
function printKey(key, isFirst) {
  if (typeof key === "number") return `[${key}]`;
  const name = shorten(String(key));
  if (isFirst) return /^[\w.\-[\]]+$/.test(name) ? name : JSON.stringify(name);
  return /^[\w-]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
function shorten(name) {
  return name.length > MOST_OF_A_KEY ? `${name.slice(0, MOST_OF_A_KEY)}\u2026` : name;
}

// runtime/arguments/refuse.ts
var MOST_FAULTS_SHOWN = 100;
function invalidArguments(faults) {
  const [first2, ...others] = faults;
  const more = faults.length - MOST_FAULTS_SHOWN;
  return new Fault({
    kind: "invalid_arguments",
    message: others.length === 0 ? `${first2?.argument}: ${first2?.message}.` : `${faults.length} arguments are at fault.`,
    arguments: more > 0 ? [...faults.slice(0, MOST_FAULTS_SHOWN), { argument: "arguments", message: `${more} more faults` }] : faults
  });
}
function refuse(argument, message) {
  throw invalidArguments([{ argument: printPath([argument]), message }]);
}

// runtime/arguments/schema.ts
function schemasAt(schemas, path) {
  return path.reduce(
    (found, key) => found.flatMap((schema) => below(schema, key)),
    schemas
  );
}
function keysOf(schemas) {
  const keys = schemas.flatMap(alternatives).flatMap(({ _zod: { def } }) => def.type === "object" ? Object.keys(def.shape) : []);
  return [...new Set(keys)];
}
function optionsOf(schemas) {
  return schemas.flatMap((schema) => {
    const { def } = bare2(schema)._zod;
    return def.type === "union" ? def.options : [];
  });
}
function below(schema, key) {
  return alternatives(schema).flatMap(({ _zod: { def } }) => {
    switch (def.type) {
      case "object":
        return [def.shape[String(key)] ?? def.catchall].filter((member) => member !== void 0);
      case "record":
        return [def.valueType];
      case "array":
        return [def.element];
      default:
        return [];
    }
  });
}
function alternatives(schema) {
  const inner = bare2(schema);
  const { def } = inner._zod;
  return def.type === "union" ? def.options.flatMap(alternatives) : [inner];
}
function bare2(schema) {
  const { def } = schema._zod;
  const isWrapper = def.type === "optional" || def.type === "nullable" || def.type === "readonly";
  if (isWrapper) return bare2(def.innerType);
  return def.type === "lazy" ? bare2(def.getter()) : schema;
}

// runtime/arguments/sendable.ts
import { toUSVString } from "node:util";
var MOST_LEVELS2 = 100;
function unsendable(args) {
  return Object.entries(args).flatMap(
    ([name, value]) => isWellFormed(name) ? value === void 0 ? [] : faultsIn(value, [name]) : [notText([name])]
  );
}
function faultsIn(value, path) {
  if (typeof value === "string") return isWellFormed(value) ? [] : [notText(path)];
  if (typeof value === "number") return Number.isFinite(value) ? [] : [fault(path, "is no finite number")];
  if (typeof value === "boolean" || value === null) return [];
  if (path.length > MOST_LEVELS2)
    return [fault(path.slice(0, 1), `is nested deeper than ${MOST_LEVELS2} levels`)];
  if (Array.isArray(value))
    return Array.from(value).flatMap((item, index) => faultsIn(item, [...path, index]));
  if (!isRecord2(value)) return [fault(path, "is nothing that JSON can say")];
  return Object.entries(value).flatMap(([key, member]) => {
    if (!isWellFormed(key)) return [notText([...path, key])];
    return member === void 0 ? [] : faultsIn(member, [...path, key]);
  });
}
function isRecord2(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
function isWellFormed(text2) {
  return toUSVString(text2) === text2;
}
function notText(path) {
  return fault(path, "holds half of a surrogate pair, which is no Unicode text");
}
function fault(path, message) {
  return { argument: printPath(path), message };
}

// runtime/arguments/union.ts
var WRONG_KIND = 1e6;
var WRONG_VALUE = 1e4;
var WRONG_TAG = 100;
function nearestOptions({ errors, input }) {
  const distances = errors.map((issues) => distanceOf(issues, input));
  const least = Math.min(...distances);
  if (least < WRONG_VALUE) return [distances.indexOf(least)];
  const kind = least >= WRONG_KIND ? WRONG_KIND : WRONG_VALUE;
  return distances.flatMap((distance2, index) => Math.abs(distance2 - kind) < kind / 2 ? [index] : []);
}
function distanceOf(issues, input) {
  return issues.reduce((sum, issue) => sum + weightOf(issue, input), 0);
}
function weightOf(issue, input) {
  if (issue.code === "unrecognized_keys") return issue.keys.length;
  if (issue.path.length === 0) return weightAtRoot(issue, input);
  return issue.code === "invalid_value" && issue.path.length === 1 ? WRONG_TAG : 1;
}
function weightAtRoot(issue, input) {
  if (issue.code === "invalid_type") return WRONG_KIND;
  if (issue.code === "invalid_value") {
    return issue.values.some((value) => typeof value === typeof input) ? WRONG_VALUE : WRONG_KIND;
  }
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return 1;
  return Math.min(...issue.errors.map((inner) => distanceOf(inner, input)));
}

// runtime/arguments/words.ts
var MOST_LISTED = 30;
function wordsOf2(issue) {
  if (isMissing(issue)) return "is required";
  switch (issue.code) {
    case "invalid_type":
      return `expected ${kindOf(issue)}, got ${given(issue.input, issue.expected)}`;
    case "invalid_value":
      return `takes ${oneOf(issue)}`;
    case "too_small":
      return issue.minimum === 1 && issue.origin === "string" ? "can't be empty" : `takes ${atLeast(issue)}`;
    case "too_big":
      return `takes ${atMost(issue)}`;
    case "invalid_format":
      return issue.format === "regex" ? `must match ${issue.pattern}` : `expected ${FORMATS[issue.format] ?? "another format"}`;
    case "not_multiple_of":
      return `takes multiples of ${issue.divisor}`;
    case "custom":
      return issue.message === "Invalid input" ? "is not taken" : issue.message;
    default:
      return "is not taken";
  }
}
function wordsOfUnion(issue, options) {
  if (issue.input === void 0) return "is required";
  if (issue.errors.length === 0) return wordsOfTag(issue);
  const wanted = options.map((option) => wantedBy(issue.errors[option]));
  return `expected ${[...new Set(wanted.flat())].join(" or ")}, got ${given(issue.input)}`;
}
function listed(names) {
  const more = names.length - MOST_LISTED;
  return names.slice(0, MOST_LISTED).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
function wordsOfTag(issue) {
  const { discriminator, options, input } = issue;
  const tag = input[discriminator ?? ""];
  if (tag === void 0) return "is required";
  return options ? `takes one of ${listed(options.map(printValue))}` : "is not taken";
}
function wantedBy(issues) {
  const atRoot = issues.filter(({ path }) => path.length === 0);
  return atRoot.flatMap((issue) => {
    if (issue.code === "invalid_type") return [kindOf(issue)];
    if (issue.code === "invalid_value") return [oneOf(issue)];
    return issue.code === "invalid_union" ? issue.errors.flatMap(wantedBy) : [];
  });
}
function isMissing(issue) {
  return issue.input === void 0 && (issue.code === "invalid_type" || issue.code === "invalid_value");
}
function kindOf({ expected }) {
  return KINDS2[expected] ?? "another kind of value";
}
var KINDS2 = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object",
  record: "an object",
  null: "null"
};
function given(input, expected) {
  if (input === null) return "null";
  if (typeof input === "number") return expected === "int" ? String(input) : "a number";
  if (typeof input === "string") return "text";
  if (typeof input === "boolean") return String(input);
  return Array.isArray(input) ? "a list" : "an object";
}
var FORMATS = {
  date: "a date such as 2026-01-31",
  datetime: "a date and time such as 2026-01-31T09:30:00Z",
  base64: "base64 (RFC 4648, padded, without line breaks)"
};
function oneOf({ values, input }) {
  const names = values.map(printValue);
  if (names.length === 1) return names[0];
  return `one of ${listed(names.length > MOST_LISTED ? nearestFirst(String(input), names) : names)}`;
}
function printValue(value) {
  return typeof value === "string" && /^[A-Za-z][\w.:/-]*$/.test(value) ? value : JSON.stringify(value);
}
function atLeast({ minimum, inclusive, origin }) {
  const unit = unitOf(origin, minimum);
  if (unit) return `at least ${minimum} ${unit}`;
  return inclusive === false ? `more than ${minimum}` : `${minimum} or more`;
}
function atMost({ maximum, inclusive, origin }) {
  const unit = unitOf(origin, maximum);
  if (unit) return `at most ${maximum} ${unit}`;
  return inclusive === false ? `less than ${maximum}` : `${maximum} or less`;
}
function unitOf(origin, count2) {
  const unit = UNITS[origin];
  return unit && (count2 === 1 ? unit : `${unit}s`);
}
var UNITS = { string: "character", array: "item", object: "key" };

// runtime/arguments/check.ts
function checkArguments(tool2, args) {
  const broken = unsendable(args);
  if (broken.length > 0) throw invalidArguments(broken);
  const { error } = tool2.input.safeParse(args, { reportInput: true });
  if (error) throw invalidArguments(faultsOf(error.issues, [], [tool2.input]));
}
function faultsOf(issues, base, schemas) {
  return issues.flatMap((issue) => {
    const path = [...base, ...issue.path];
    switch (issue.code) {
      case "unrecognized_keys":
        return unknownKeys(issue, path, keysOf(schemasAt(schemas, issue.path)));
      case "invalid_union":
        return unionFaults(issue, path, schemasAt(schemas, issue.path));
      case "invalid_key":
      case "invalid_element":
        return issue.issues.map((inner) => ({
          argument: printPath(path),
          message: `as a key: ${wordsOf2(inner)}`
        }));
      default:
        return [{ argument: printPath(path), message: wordsOf2(issue) }];
    }
  });
}
function unknownKeys({ keys, input }, path, known2) {
  const free = known2.filter((name) => !isRecord2(input) || !Object.hasOwn(input, name));
  return keys.map((key) => ({
    argument: printPath([...path, key]),
    message: `is no argument that is taken here; ${suggestionFor(key, free, known2)}`
  }));
}
function suggestionFor(key, free, known2) {
  const near = suggestion(key, free) ?? suggestion(key, known2);
  if (near !== void 0) return `did you mean ${near}?`;
  return known2.length === 0 ? "none are" : `it takes ${listed(nearestFirst(key, known2))}`;
}
function unionFaults(issue, path, schemas) {
  const nearest = nearestOptions(issue);
  if (nearest.length !== 1) return [{ argument: printPath(path), message: wordsOfUnion(issue, nearest) }];
  const options = optionsOf(schemas);
  const option = options.length === issue.errors.length ? [options[nearest[0]]] : options;
  return faultsOf(issue.errors[nearest[0]], path, option);
}

// runtime/call-time.ts
function startCall(context, callMs, progressMs, timeout) {
  const began = performance.now();
  const elapsed = () => performance.now() - began;
  const controller = new AbortController();
  const cancel = () => controller.abort(cancelled());
  const timer2 = setTimeout(() => controller.abort(timeout()), callMs);
  let stage = "working";
  const { progress } = context;
  const teller = progress && setInterval(
    () => progress({ progress: elapsed() / 1e3, total: callMs / 1e3, message: stage }),
    progressMs
  );
  if (context.signal.aborted) cancel();
  else context.signal.addEventListener("abort", cancel);
  return {
    signal: controller.signal,
    deadline: began + callMs,
    spent: () => elapsed() / callMs,
    stage: (text2) => void (stage = text2),
    end() {
      clearTimeout(timer2);
      clearInterval(teller);
      context.signal.removeEventListener("abort", cancel);
    }
  };
}
function cancelled() {
  return new Fault({ kind: "cancelled", message: "The client cancelled the call." });
}

// runtime/fault-result.ts
function faultOutcome(fault2, ratelimit) {
  const isLimited = fault2.kind === "rate_limited";
  const error = {
    kind: fault2.kind,
    message: fault2.message,
    status: fault2.status,
    said: fault2.said,
    arguments: fault2.arguments,
    next: fault2.next,
    may_have_happened: fault2.mayHaveHappened,
    retry_after_seconds: fault2.retryAfterSeconds,
    ratelimit: isLimited ? ratelimit : void 0
  };
  const wait = fault2.retryAfterSeconds;
  const meta = {
    ...ratelimit ? { ratelimit } : {},
    ...wait === void 0 ? {} : { retry_after_seconds: wait }
  };
  return { ...outcome(JSON.stringify({ error }), meta), isError: true };
}
function outcome(text2, meta) {
  return { content: [{ type: "text", text: text2 }], _meta: { ...meta } };
}
function faultFrom(error) {
  if (error instanceof Fault) return error;
  return new Fault({
    kind: "internal",
    message: "This server failed in a way it did not foresee. The fault is its own.",
    next: "Calling again is unlikely to help; whoever runs this server finds more in its log."
  });
}

// runtime/paging/cursor.ts
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
var SIGNATURE_BYTES = 16;
function createCursors(secret = randomBytes(32)) {
  function sign(payload, tool2, args) {
    const bound = JSON.stringify([payload, tool2, ordered(args)]);
    return createHmac("sha256", secret).update(bound).digest().subarray(0, SIGNATURE_BYTES);
  }
  return {
    seal({ at, size: size2, skip }, tool2, args) {
      const payload = Buffer.from(JSON.stringify([at ?? null, size2 ?? 0, skip ?? 0])).toString("base64url");
      return `${payload}.${sign(payload, tool2, args).toString("base64url")}`;
    },
    open(text2, tool2, args) {
      const [payload = "", signature = ""] = text2.split(".");
      const given2 = Buffer.from(signature, "base64url");
      const right = sign(payload, tool2, args);
      if (given2.length !== right.length || !timingSafeEqual(given2, right)) throw strangeCursor(tool2);
      const [at, size2, skip] = JSON.parse(Buffer.from(payload, "base64url").toString());
      return { at: at ?? void 0, size: size2 || void 0, skip: skip || void 0 };
    }
  };
}
function strangeCursor(tool2) {
  const message = `is no next_cursor of ${tool2} with these arguments`;
  return new Fault({
    kind: "invalid_arguments",
    message: `The cursor ${message}.`,
    arguments: [{ argument: "cursor", message }],
    next: `Pass next_cursor unchanged, with the same other arguments as before; or call ${tool2} without cursor to begin again.`
  });
}
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, held]) => held !== void 0);
  return entries.sort(([one], [other]) => one < other ? -1 : 1).map(([name, held]) => [name, ordered(held)]);
}

// runtime/paging/styles.ts
function pageArguments(plan, { at, size: size2 }) {
  const asked = {};
  if (at !== void 0) asked[placeName(plan)] = at;
  if (size2 !== void 0 && plan.size !== void 0) asked[plan.size] = size2;
  return asked;
}
function pageSize(plan, { at, size: size2, skip }, wanted) {
  if (plan.size === void 0) return void 0;
  const isBound = skip !== void 0 || plan.style === "page" && at !== void 0;
  if (wanted === void 0 || isBound) return size2;
  return Math.ceil(wanted / Math.ceil(wanted / plan.most));
}
function following(plan, position, listing, args) {
  const at = nextPlace(plan, position, listing, args);
  return at === position.at ? void 0 : at;
}
function isDeadEnd(plan, listing, args) {
  return plan.style === "after" && isBackwards(args) && listing.items.length > 0 && listing.next !== null;
}
function nextPlace(plan, { at, size: size2 }, listing, args) {
  const { items, total, next } = listing;
  const saysNo = next === null;
  switch (plan.style) {
    case "page": {
      if (saysNo) return void 0;
      const told = typeof next === "number" ? next : numberIn(next, plan.page);
      if (told !== void 0) return told;
      return isFull(items, size2) ? (Number(at ?? 1) || 1) + 1 : void 0;
    }
    case "cursor":
      return saysNo || next === void 0 ? void 0 : parameterIn(String(next), plan.cursor);
    case "offset": {
      const start = Number(at ?? firstIndex(plan.start)) + items.length;
      if (total !== void 0)
        return start - firstIndex(plan.start) < total && items.length > 0 ? start : void 0;
      return !saysNo && isFull(items, size2) ? start : void 0;
    }
    case "after":
      if (saysNo || isBackwards(args) || !isFull(items, size2)) return void 0;
      return keyOf(items.at(-1), plan.key);
  }
}
function placeName(plan) {
  switch (plan.style) {
    case "page":
      return plan.page;
    case "cursor":
      return plan.cursor;
    case "after":
      return plan.after;
    case "offset":
      return plan.start;
  }
}
function firstIndex(start) {
  return start === "startIndex" ? 1 : 0;
}
function isFull(items, size2) {
  return items.length > 0 && (size2 === void 0 || items.length >= size2);
}
function isBackwards(args) {
  return args["sort"] === "desc" || args["order"] === "desc" || args["direction"] === "desc";
}
function keyOf(item, path) {
  let value = item;
  for (const name of path.split(".")) value = value?.[name];
  return typeof value === "string" || typeof value === "number" ? value : void 0;
}
function numberIn(next, name) {
  if (next === void 0) return void 0;
  const number = Number(parameterIn(next, name));
  return Number.isInteger(number) ? number : void 0;
}
function parameterIn(next, name) {
  if (!/^(https?:\/\/|\/|\?)/.test(next)) return next;
  return new URL(next, "http://upstream").searchParams.get(name) ?? void 0;
}

// runtime/paging/walk.ts
var MOST_REQUESTS = 25;
var NO_WAY_ON = "Should there be more items, ask in ascending order for them: sorted this way there is no cursor.";
async function walk(order) {
  const { plan, limit, args } = order;
  const pages = [];
  const items = [];
  let last;
  let note;
  let next = { ...order.from, size: pageSize(plan, order.from, limit) };
  while (next) {
    const position = next;
    let page;
    try {
      page = await order.fetch(pageArguments(plan, position));
    } catch (error) {
      if (pages.length === 0 || !(error instanceof Fault) || error.kind === "cancelled") throw error;
      note = `Stopped after ${items.length} items: ${error.message} Pass next_cursor to go on.`;
      break;
    }
    if ("other" in page) {
      if (pages.length === 0) return page;
      note = `Stopped after ${items.length} items: the next page was no list. Pass next_cursor to try it again.`;
      break;
    }
    last = page.listing;
    const counted = last.items.slice(position.skip ?? 0);
    pages.push({ position, items: counted });
    items.push(...counted);
    const at = following(plan, position, last, args);
    next = at === void 0 ? void 0 : { at, size: position.size };
    if (limit === void 0 || items.length >= limit || !next) break;
    const enough = pages.length >= MOST_REQUESTS ? "time" : order.enough(items);
    if (enough === "time")
      note = `Stopped after ${items.length} items, as many as one call takes. Pass next_cursor to go on.`;
    if (enough) break;
  }
  const wanted = limit === void 0 ? items : items.slice(0, limit);
  if (!next && last && isDeadEnd(plan, last, args)) note = NO_WAY_ON;
  return {
    items: wanted,
    total: last?.total,
    also: last?.also,
    note,
    after: (shown) => placeAfter(shown, pages, next)
  };
}
function placeAfter(shown, pages, next) {
  let left = shown;
  for (const { position, items } of pages) {
    if (left < items.length) return { ...position, skip: (position.skip ?? 0) + left || void 0 };
    left -= items.length;
  }
  return next;
}

// runtime/request/encode.ts
function percent(text2) {
  return encodeURIComponent(text2).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  );
}
function partsOf(value, argument) {
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => textOf2(item, argument)) };
  if (!isRecord2(value)) return { kind: "one", text: textOf2(value, argument) };
  const entries = definedEntries(value).map(([key, member]) => [key, textOf2(member, argument)]);
  return { kind: "record", entries };
}
function definedEntries(value) {
  return Object.entries(value).filter(([, member]) => member !== void 0);
}
function textOf2(value, argument) {
  if (value === null)
    refuse(argument, "can't send null, which looks like text or nothing here; leave it out");
  return typeof value === "string" ? value : JSON.stringify(value);
}
function joinApart(parts, separator, argument) {
  const ambiguous = parts.find((part) => part.includes(separator));
  if (ambiguous !== void 0) {
    refuse(argument, `can't send ${JSON.stringify(separator)} within a value: it is what divides the values`);
  }
  return parts.join(separator);
}

// runtime/request/file.ts
var TOKEN = "[\\w!#$%&'*+.^`|~-]+";
var MEDIA_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?: ?; ?${TOKEN}=(?:${TOKEN}|"[ !#-\\[\\]-~]*"))*$`);
function isFile(value) {
  return isRecord2(value) && typeof value.content_base64 === "string" && Object.keys(value).every((key) => ["content_base64", "content_type", "filename"].includes(key));
}
function decodeFile({ content_base64, content_type, filename }, argument) {
  const content = Buffer.from(content_base64, "base64");
  if (content.toString("base64") !== content_base64) {
    refuse(`${argument}.content_base64`, "is not base64 (RFC 4648, padded, without line breaks)");
  }
  if (content_type !== void 0 && !MEDIA_TYPE.test(content_type)) {
    refuse(`${argument}.content_type`, "is not a media type such as image/png");
  }
  if (filename !== void 0 && (filename === "" || !isQuotable(filename))) {
    refuse(
      `${argument}.filename`,
      "can't be empty or hold control characters, quotation marks or backslashes"
    );
  }
  return { content, filename, type: content_type };
}
function isQuotable(text2) {
  return !/[\p{Cc}"\\]/u.test(text2);
}

// runtime/request/multipart.ts
import { createHash } from "node:crypto";
function encodeMultipart(parts) {
  const written = parts.map((part) => [Buffer.from(headOf(part)), Buffer.from(part.content)]);
  const digest = createHash("sha256");
  for (const [head, content] of written) digest.update(head).update(content);
  const boundary = `part-${digest.digest("hex").slice(0, 40)}`;
  const chunks = written.flatMap(([head, content]) => [
    Buffer.from(`--${boundary}\r
`),
    head,
    content,
    LINE_END
  ]);
  return { boundary, content: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r
`)]) };
}
var LINE_END = Buffer.from("\r\n");
function headOf({ name, filename, type }) {
  const file = filename === void 0 ? "" : `; filename="${filename}"`;
  const lines = [`Content-Disposition: form-data; name="${name}"${file}`];
  if (type !== void 0) lines.push(`Content-Type: ${type}`);
  return `${lines.join("\r\n")}\r
\r
`;
}

// runtime/request/query.ts
function queryPairs(placed, declared) {
  return placed.flatMap((one) => {
    const posing = explodedKeys(one).find((key) => key !== one.wire && declared.includes(key));
    if (posing !== void 0) refuse(one.argument, `can't hold the key ${posing}, a parameter of its own`);
    return pairsOf(one);
  });
}
function pairsOf({ wire, value, placement, argument }) {
  const { style = "form", explode = style === "form", json: json2 } = placement;
  if (json2) return [pair(wire, JSON.stringify(value))];
  if (style === "deepObject") return deepPairs(wire, value, argument);
  const parts = partsOf(value, argument);
  if (parts.kind === "one") return [pair(wire, parts.text)];
  if (parts.kind === "list" && explode) return parts.items.map((item) => pair(wire, item));
  if (parts.kind === "record" && explode) return parts.entries.map(([key, text2]) => pair(key, text2));
  const texts = parts.kind === "list" ? parts.items : parts.entries.flat();
  if (texts.length === 0) return [];
  return [`${percent(wire)}=${joined(texts, style, argument)}`];
}
function joined(texts, style, argument) {
  if (style === "spaceDelimited") return percent(joinApart(texts, " ", argument));
  if (style === "pipeDelimited") return percent(joinApart(texts, "|", argument));
  return texts.map(percent).join(",");
}
function deepPairs(name, value, argument) {
  if (Array.isArray(value)) {
    const isFlat = value.every((item) => typeof item !== "object");
    return value.flatMap((item, index) => deepPairs(`${name}[${isFlat ? "" : index}]`, item, argument));
  }
  if (!isRecord2(value)) return [pair(name, textOf2(value, argument))];
  return definedEntries(value).flatMap(([key, member]) => {
    if (/[[\]]/.test(key)) refuse(argument, "can't send a key with a square bracket, which divides the keys");
    return deepPairs(`${name}[${key}]`, member, argument);
  });
}
function pair(name, text2) {
  return `${percent(name)}=${percent(text2)}`;
}
function explodedKeys({ value, placement }) {
  const { style = "form", explode = style === "form", json: json2 } = placement;
  return isRecord2(value) && explode && !json2 && style !== "deepObject" ? Object.keys(value) : [];
}

// runtime/request/body.ts
function bodyOf(method, plan, fields) {
  if (!plan) return void 0;
  if (fields.length === 0)
    return plan.whole === void 0 && wantsObject(method, plan) ? json(plan, {}) : void 0;
  switch (plan.as) {
    case "json":
      return json(plan, plan.whole === void 0 ? asObject(fields) : fields[0].value);
    case "form":
      return form(plan, membersOf(plan, fields));
    case "multipart":
      return multipart(plan, membersOf(plan, fields));
    case "text":
      return text(plan, fields[0]);
    case "bytes":
      return bytes(plan, fields[0]);
  }
}
function wantsObject(method, plan) {
  return plan.as === "json" && ["POST", "PUT", "PATCH"].includes(method);
}
function asObject(fields) {
  return Object.fromEntries(fields.map(({ wire, value }) => [wire, value]));
}
function json(plan, value) {
  return { headers: { "Content-Type": typeOf(plan, "application/json") }, content: JSON.stringify(value) };
}
function membersOf(plan, fields) {
  if (plan.whole === void 0) return fields;
  const { argument, value } = fields[0];
  if (!isRecord2(value)) refuse(argument, "must be an object: it is sent as the fields of a form");
  return definedEntries(value).map(([wire, member]) => ({ argument, wire, placement: {}, value: member }));
}
function form(plan, fields) {
  const pairs = fields.flatMap(formPairs);
  if (pairs.length === 0) return void 0;
  return {
    headers: { "Content-Type": typeOf(plan, "application/x-www-form-urlencoded") },
    content: pairs.join("&")
  };
}
function formPairs(field) {
  const { style, explode } = field.placement;
  const isPlainObject = isRecord2(field.value) && style === void 0 && explode === void 0;
  return isPlainObject ? [`${percent(field.wire)}=${percent(JSON.stringify(field.value))}`] : pairsOf(field);
}
function multipart(plan, fields) {
  const parts = fields.flatMap((field) => {
    if (!isQuotable(field.wire))
      refuse(field.argument, "can't send a name with control characters or quotation marks");
    return repeated(field).map(partOf);
  });
  if (parts.length === 0) return void 0;
  const { boundary, content } = encodeMultipart(parts);
  return {
    headers: { "Content-Type": `${typeOf(plan, "multipart/form-data")}; boundary=${boundary}` },
    content
  };
}
function repeated(field) {
  if (!Array.isArray(field.value) || field.placement.json) return [field];
  return field.value.map((value, index) => ({ ...field, argument: `${field.argument}[${index}]`, value }));
}
function partOf({ wire, value, placement, argument }) {
  if (isFile(value) && !placement.json) {
    const { content, filename = wire, type = "application/octet-stream" } = decodeFile(value, argument);
    return { name: wire, filename, type, content };
  }
  const isJson2 = placement.json || typeof value === "object";
  if (isJson2) return { name: wire, type: "application/json", content: JSON.stringify(value) };
  return { name: wire, content: String(value) };
}
function text(plan, { argument, value }) {
  if (typeof value === "object") refuse(argument, `must be text: it is sent as ${plan.type}, as it stands`);
  const type = typeOf(plan, "text/plain");
  const charset = type.startsWith("text/") ? "; charset=utf-8" : "";
  return { headers: { "Content-Type": type + charset }, content: String(value) };
}
function bytes(plan, { argument, value }) {
  if (!isFile(value)) refuse(argument, "must be a file: {content_base64, content_type, filename}");
  const { content, filename, type = typeOf(plan, "application/octet-stream") } = decodeFile(value, argument);
  if (filename === void 0) return { headers: { "Content-Type": type }, content };
  const disposition = `attachment; filename*=UTF-8''${percent(filename)}`;
  return { headers: { "Content-Type": type, "Content-Disposition": disposition }, content };
}
function typeOf(plan, usual) {
  return plan.type.includes("*") ? usual : plan.type;
}

// runtime/request/headers.ts
var OURS = new Set(
  "host content-length content-type transfer-encoding connection keep-alive upgrade te trailer expect authorization proxy-authorization proxy-connection".split(" ")
);
function headerFields(placed) {
  return Object.fromEntries(placed.map((one) => [one.wire, headerText(one)]));
}
function cookieHeader(placed) {
  const pairs = placed.flatMap(pairsOf);
  return pairs.length === 0 ? {} : { Cookie: pairs.join("; ") };
}
function headerText(placed) {
  const { wire, argument } = placed;
  if (OURS.has(wire.toLowerCase()))
    refuse(argument, `can't be set: the header ${wire} belongs to the connection`);
  const text2 = placed.placement.json ? asciiJson(placed.value) : simpleText(placed);
  if (/\p{Cc}/u.test(text2))
    refuse(argument, "can't hold control characters such as a line break: it is a header");
  if (/[^\0-\xff]/.test(text2)) refuse(argument, "takes only characters of Latin-1: it is a header");
  if (text2 !== text2.trim()) refuse(argument, "can't begin or end with a blank: a header loses it");
  return text2;
}
function simpleText({ value, placement: { explode = false }, argument }) {
  const parts = partsOf(value, argument);
  if (parts.kind === "one") return parts.text;
  if (parts.kind === "list") return joinApart(parts.items, ",", argument);
  if (!explode) return joinApart(parts.entries.flat(), ",", argument);
  const entries = parts.entries.map(([key, text2]) => `${joinApart([key], "=", argument)}=${text2}`);
  return joinApart(entries, ",", argument);
}
function asciiJson(value) {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}

// runtime/request/path.ts
function fillPath(template, placed) {
  return segmentsOf(template).map((segment) => fillSegment(segment, placed)).join("/");
}
function hasShapeOf(template, path) {
  const wanted = segmentsOf(template.replace(/\?.*$/s, ""));
  const found = path.split("/");
  return wanted.length === found.length && wanted.every((segment, index) => fits2(segment, found[index]));
}
function pathNames(template) {
  return segmentsOf(template).flatMap((segment) => piecesOf(segment).filter((_, index) => index % 2 === 1));
}
function segmentsOf(template) {
  return template.replace(/#.*$/s, "").split("/");
}
function piecesOf(segment) {
  return segment.split(/\{([^{}]+)\}/);
}
function fits2(segment, found) {
  const [literal, ...others] = piecesOf(segment);
  return others.length === 0 ? literalText(literal) === found : found !== "";
}
function fillSegment(segment, placed) {
  const pieces = piecesOf(segment);
  const filled = pieces.map((piece, index) => index % 2 === 0 ? literalText(piece) : pathText(parameterOf(piece, placed))).join("");
  const leadsElsewhere = filled === "." || filled === "..";
  if (leadsElsewhere && pieces.length > 1) {
    refuse(
      parameterOf(pieces[1], placed).argument,
      `can't make the path segment "${filled}", which leads elsewhere`
    );
  }
  return filled;
}
function literalText(piece) {
  return piece.replace(/[^!-~]|["'<>\\^`{|}]/gu, percent);
}
function parameterOf(name, placed) {
  return placed.find(({ wire }) => wire === name);
}
function pathText({ wire, value, placement, argument }) {
  const { style = "simple", explode = false, json: json2 } = placement;
  const parts = json2 ? { kind: "one", text: JSON.stringify(value) } : partsOf(value, argument);
  const texts = parts.kind === "one" ? [parts.text] : parts.kind === "list" ? parts.items : parts.entries.flat();
  if (texts.every((text2) => text2 === "")) refuse(argument, "can't be empty: it is a part of the path");
  if (texts.some((text2) => /\p{Cc}/u.test(text2))) refuse(argument, "can't hold control characters");
  if (style === "label") return `.${labelText(parts, texts, explode, argument)}`;
  if (style === "matrix") return matrixText(percent(wire), parts, texts, explode);
  if (parts.kind === "record" && explode) return entryTexts(parts).join(",");
  return texts.map(percent).join(",");
}
function labelText(parts, texts, explode, argument) {
  if (!explode || parts.kind === "one") return texts.map(percent).join(",");
  return joinApart(parts.kind === "record" ? entryTexts(parts) : texts.map(percent), ".", argument);
}
function matrixText(name, parts, texts, explode) {
  if (parts.kind === "record" && explode)
    return entryTexts(parts).map((entry) => `;${entry}`).join("");
  if (parts.kind === "list" && explode) return texts.map((text2) => `;${name}=${percent(text2)}`).join("");
  return `;${name}=${texts.map(percent).join(",")}`;
}
function entryTexts({ entries }) {
  return entries.map(([key, text2]) => `${percent(key)}=${percent(text2)}`);
}

// runtime/request/places.ts
function placeArguments(plan, args) {
  const slots = slotsOfPlan(plan);
  const missing = slots.path.find(({ argument }) => !isGiven(args, argument));
  if (missing) refuse(missing.argument, "is required");
  return {
    path: givenOf(slots.path, args),
    query: givenOf(slots.query, args),
    headers: givenOf(slots.headers, args),
    cookies: givenOf(slots.cookies, args),
    body: givenOf(bodySlots(plan, args, slots), args),
    queryNames: slots.query.map(({ wire }) => wire)
  };
}
var known = /* @__PURE__ */ new WeakMap();
function slotsOfPlan(plan) {
  const slots = known.get(plan) ?? readSlots(plan);
  known.set(plan, slots);
  return slots;
}
function readSlots(plan) {
  const path = slotsOf(pathPlacements(plan));
  const query = slotsOf({ ...pageParameters(plan.page), ...plan.query });
  const headers = slotsOf(plan.headers);
  const cookies = slotsOf(plan.cookies);
  const paging = plan.page ? ["limit", "cursor"] : [];
  const taken = [...path, ...query, ...headers, ...cookies].map(({ argument }) => argument);
  const renamed = slotsOf(plan.body?.fields).map((slot) => [slot.argument, slot]);
  return { path, query, headers, cookies, taken: /* @__PURE__ */ new Set([...taken, ...paging]), renamed: new Map(renamed) };
}
function slotsOf(placements = {}) {
  return Object.entries(placements).map(([wire, placement]) => ({
    argument: placement.argument ?? wire,
    wire,
    placement
  }));
}
function pathPlacements({ path, pathParameters = {} }) {
  const own = (name) => Object.hasOwn(pathParameters, name) ? pathParameters[name] : {};
  return Object.fromEntries(pathNames(path).map((name) => [name, own(name)]));
}
function pageParameters(page) {
  return page ? Object.fromEntries(pageWires(page).map((wire) => [wire, {}])) : {};
}
function pageWires(page) {
  switch (page.style) {
    case "page":
      return [page.page, page.size];
    case "cursor":
      return [page.cursor, page.size];
    case "after":
      return page.size === void 0 ? [page.after] : [page.after, page.size];
    case "offset":
      return [page.start, page.size];
  }
}
function bodySlots({ body }, args, { taken, renamed }) {
  const names = Object.keys(args).filter((name) => isGiven(args, name) && !taken.has(name));
  const stray = names.find((name) => body === void 0 || body.whole !== void 0 && body.whole !== name);
  if (stray !== void 0) refuse(stray, "is no argument of this tool");
  return names.map((name) => renamed.get(name) ?? { argument: name, wire: name, placement: {} });
}
function givenOf(slots, args) {
  return slots.filter(({ argument }) => isGiven(args, argument)).map((slot) => ({ ...slot, value: args[slot.argument] }));
}
function isGiven(args, name) {
  return Object.hasOwn(args, name) && args[name] !== void 0;
}

// runtime/request/build.ts
function buildRequest(plan, args, baseUrl2) {
  const faults = unsendable(args);
  if (faults.length > 0) throw invalidArguments(faults);
  const places = placeArguments(plan, args);
  const url = urlOf(plan, places, new URL(plan.server ?? baseUrl2));
  const body = bodyOf(plan.method, plan.body, places.body);
  const headers = { ...headerFields(places.headers), ...cookieHeader(places.cookies), ...body?.headers };
  return { method: plan.method, url, headers, ...body ? { body: body.content } : {} };
}
function urlOf(plan, places, base) {
  const prefix = base.pathname.replace(/\/+$/, "");
  const path = fillPath(plan.path, places.path);
  const query = queryPairs(places.query, places.queryNames).join("&");
  const separator = query === "" ? "" : path.includes("?") ? "&" : "?";
  const text2 = base.origin + prefix + path + separator + query;
  const url = new URL(text2);
  const hasShape = url.pathname.startsWith(prefix) && hasShapeOf(plan.path, url.pathname.slice(prefix.length));
  if (url.href !== text2 || url.origin !== base.origin || !hasShape) {
    throw new Error(`The URL built for ${plan.path} is not in its place.`);
  }
  return text2;
}

// runtime/upstream/about.ts
function isRead({ annotations, request }) {
  return annotations.readOnlyHint && (request.method === "GET" || request.method === "HEAD");
}
function nextAfterDoubt({ tool: tool2, advice }) {
  if (isRead(tool2)) return "Nothing was changed; call again later.";
  if (tool2.annotations.idempotentHint)
    return "It may have happened or not. Doing it twice changes nothing more, so call again later.";
  const shows = advice.shows?.(tool2);
  return `It may have happened: check ${shows ? `with ${shows} ` : ""}before calling ${tool2.name} again.`;
}

// runtime/upstream/ratelimit.ts
function readRateLimit(headers, now) {
  const clock = clockOf(headers, now);
  const told = structured(headers);
  const limit = count(spelled(headers, "limit")) ?? told.limit;
  const remaining = count(spelled(headers, "remaining")) ?? told.remaining;
  const reset = secondsUntil(spelled(headers, "reset") ?? spelled(headers, "reset-after"), clock) ?? told.reset;
  if (limit === void 0 && remaining === void 0 && reset === void 0) return void 0;
  return { limit, remaining, reset };
}
function readRetryAfter(headers, now) {
  const milliseconds = count(headers["retry-after-ms"]);
  if (milliseconds !== void 0) return Math.ceil(milliseconds / 1e3);
  const asked = headers["retry-after"] ?? headers["x-retry-after"];
  return secondsUntil(asked, clockOf(headers, now)) ?? readRateLimit(headers, now)?.reset;
}
function spelled(headers, part) {
  for (const family of ["ratelimit", "x-ratelimit", "x-rate-limit", "rate-limit"]) {
    const value = headers[`${family}-${part}`];
    if (value !== void 0) return value;
  }
  return void 0;
}
function structured(headers) {
  const state = headers["ratelimit"] ?? headers["x-ratelimit"] ?? "";
  const policy = headers["ratelimit-policy"] ?? "";
  return {
    limit: named(state, "limit") ?? named(policy, "q") ?? count(policy),
    remaining: named(state, "remaining") ?? named(state, "r"),
    reset: named(state, "reset") ?? named(state, "t")
  };
}
function named(text2, name) {
  return count(new RegExp(`(?:^|[;,\\s])${name}\\s*=\\s*(\\d+)`).exec(text2)?.[1]);
}
function count(text2) {
  const digits = text2 === void 0 ? null : /^\s*(\d+(?:\.\d+)?)/.exec(text2);
  return digits ? Number(digits[1]) : void 0;
}
var EPOCH_SECONDS = 1e9;
var EPOCH_MILLISECONDS = 1e12;
function secondsUntil(text2, now) {
  if (text2 === void 0) return void 0;
  if (!/^\s*\d+(\.\d+)?\s*([,;]|$)/.test(text2)) {
    const date = Date.parse(text2);
    return Number.isNaN(date) ? void 0 : until(date, now);
  }
  const value = count(text2);
  if (value >= EPOCH_MILLISECONDS) return until(value, now);
  if (value >= EPOCH_SECONDS) return until(value * 1e3, now);
  return Math.ceil(value);
}
function until(moment, now) {
  return Math.max(0, Math.ceil((moment - now) / 1e3));
}
function clockOf(headers, now) {
  const date = Date.parse(headers["date"] ?? "");
  return Number.isNaN(date) ? now : date;
}

// runtime/upstream/said.ts
var MOST_WORDS = 10;
var MOST_CHARACTERS2 = 500;
function readSaid({ body, headers }, tool2, redactor) {
  if (body.length === 0) return { words: [], arguments: [] };
  const text2 = decodeText(body);
  const value = parsed2(text2);
  if (value === void 0)
    return {
      words: [redactor.text(beginningOf(withoutMarkup(text2, headers["content-type"])))],
      arguments: []
    };
  const found = [...new Set(wordsIn(value).map((words2) => redactor.text(sanitiseText(words2.trim()))))].filter(
    Boolean
  );
  const words = found.slice(0, MOST_WORDS).map(shortened);
  if (found.length > words.length) words.push(`\u2026 and ${found.length - words.length} more messages`);
  const known2 = argumentNames(tool2);
  const blamed2 = words.flatMap((one) => blamedBy(one, known2));
  return { words, arguments: [...new Map(blamed2.map((fault2) => [fault2.argument, fault2])).values()] };
}
var PLACES = [
  "detail",
  "message",
  "messages",
  "error",
  "error_description",
  "errors",
  "title",
  "reason",
  "description"
];
function wordsIn(value, field) {
  if (typeof value === "string") return [field === void 0 ? value : `${field} ${value}`];
  if (Array.isArray(value)) return value.flatMap((one) => wordsIn(one, field));
  if (typeof value !== "object" || value === null) return [];
  const fields = value;
  const told = PLACES.filter((place) => Object.hasOwn(fields, place));
  if (told.length > 0) {
    const own = fields["field"] ?? fields["path"] ?? fields["param"] ?? fields["attribute"];
    return told.flatMap(
      (place) => place === "errors" && isByField(fields[place]) ? Object.entries(fields[place]).flatMap(([name, words]) => wordsIn(words, name)) : wordsIn(fields[place], typeof own === "string" ? own : void 0)
    );
  }
  return field === void 0 ? [JSON.stringify(value)] : wordsIn(Object.values(value), field);
}
function isByField(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !PLACES.some((place) => Object.hasOwn(value, place));
}
function blamedBy(words, known2) {
  return words.split(/,\s+|;\s+/).flatMap((part) => {
    const start = /^["'`]?([A-Za-z_][\w.[\]]*)["'`]?[\s:]/.exec(part)?.[1];
    if (start === void 0) return [];
    const path = start.replace(/\[([A-Za-z_]\w*)\]/g, ".$1");
    const root = /^\w+/.exec(path)[0];
    const name = known2.has(root) ? root : [...known2].find((one) => one.toLowerCase() === root.toLowerCase());
    return name === void 0 ? [] : [{ argument: name + path.slice(root.length), message: part }];
  });
}
function argumentNames({ input }) {
  return new Set("shape" in input ? Object.keys(input.shape) : []);
}
function shortened(words) {
  if (words.length <= MOST_CHARACTERS2) return words;
  return `${words.slice(0, MOST_CHARACTERS2)}\u2026 (${words.length - MOST_CHARACTERS2} more characters)`;
}
function withoutMarkup(text2, contentType = "") {
  if (!/html/i.test(contentType) && !/^\s*</.test(text2)) return text2;
  return text2.replace(/<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, " ").replace(/<[^>]{0,2000}>/g, " ");
}
function parsed2(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}

// runtime/upstream/fault-of.ts
function kindOf2(status) {
  if (status >= 200 && status < 300) return void 0;
  if (status === 401) return "credentials";
  if (status === 403) return "permission";
  if (status === 404 || status === 410) return "not_found";
  if (status === 408) return "timeout";
  if (status === 429) return "rate_limited";
  return status >= 400 && status < 500 ? "refused" : "upstream_error";
}
function faultOf(answer, about, redactor, windowSeconds) {
  if (answer.status >= 300 && answer.status < 400) return redirectFault(answer, about);
  const said = readSaid(answer, about.tool, redactor);
  const retryAfter = readRetryAfter(answer.headers, Date.now());
  return new Fault({
    kind: kindOf2(answer.status) ?? "upstream_error",
    status: answer.status,
    said: said.words.length > 0 ? said.words : void 0,
    ...byStatus(answer.status, said, about, retryAfter, windowSeconds)
  });
}
function byStatus(status, said, about, retryAfter, window) {
  const { title, tool: tool2 } = about;
  switch (status) {
    case 401:
      return {
        message: `${title} refuses this server's own key (401). Your sign-in to this server is not the cause.`,
        next: "Calling again won't help: whoever runs this server has to give it a valid key."
      };
    case 403:
      return {
        message: `This server's ${title} key lacks the permission for ${tool2.name} (403).`,
        next: "Calling again won't help: an administrator can give the key the permission, or another tool may do."
      };
    case 404:
    case 410:
      return notFound(status, about);
    case 409:
      return {
        message: `${title} refused ${tool2.name}: it conflicts with the present state (409).`,
        arguments: blamed(said),
        next: "Read the record as it is now, then decide whether the change is still needed."
      };
    case 429:
      return {
        message: `${title}'s rate limit for the account is used up (429); nothing was done.`,
        retryAfterSeconds: retryAfter ?? window,
        next: `Call again in ${retryAfter ?? window} s. The limit is shared by everything that uses the account.`
      };
  }
  if (status >= 400 && status < 500 && status !== 408) return refused(status, said, about);
  return {
    message: `${title} failed to answer ${tool2.name} (${status}).`,
    retryAfterSeconds: retryAfter,
    next: nextAfterDoubt(about),
    mayHaveHappened: isRead(tool2) ? void 0 : true
  };
}
function refused(status, said, about) {
  const { title, tool: tool2 } = about;
  const faults = blamed(said);
  const names = faults?.map((fault2) => fault2.argument) ?? [];
  const what = names.length > 0 ? names.join(", ") : "the arguments named in what it said";
  return {
    message: `${title} refused ${tool2.name} (${status}); nothing was changed.`,
    arguments: faults,
    next: [`Mend ${what}, then call ${tool2.name} again.`, ...sources(names, about)].join(" ")
  };
}
function notFound(status, about) {
  const { title, tool: tool2, args } = about;
  const names = pathArguments(about);
  const given2 = names.map((name) => `${name} ${JSON.stringify(args[name])}`);
  const advice = sources(names, about);
  return {
    message: names.length > 0 ? `${title} knows no ${given2.join(" with ")} (${status}).` : `${title} has nothing at the address of ${tool2.name} (${status}).`,
    arguments: names.length === 1 ? [{ argument: names[0], message: "names nothing that exists or that the key may see" }] : void 0,
    next: advice.length > 0 ? advice.join(" ") : names.length > 0 ? `Check ${names.join(" and ")}.` : "The account may not have this feature."
  };
}
function redirectFault({ status, headers }, about) {
  const { title, tool: tool2 } = about;
  return new Fault({
    kind: "upstream_error",
    status,
    message: `${title} answered ${status} and pointed to ${hostOf(headers["location"])}. Redirects are not followed and the key is sent nowhere else.`,
    next: isRead(tool2) ? "Whoever runs this server should check its base URL." : nextAfterDoubt(about),
    mayHaveHappened: isRead(tool2) ? void 0 : true
  });
}
function hostOf(location) {
  if (!location) return "no place";
  if (!URL.canParse(location, SAME_HOST)) return "an unreadable place";
  const { origin, host } = new URL(location, SAME_HOST);
  return origin === SAME_HOST ? "another path of the same host" : host;
}
var SAME_HOST = "http://same-host.invalid";
function blamed({ arguments: faults }) {
  return faults.length > 0 ? faults : void 0;
}
function pathArguments({ tool: tool2, args }) {
  const { path, pathParameters } = tool2.request;
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(
    ([, wire]) => pathParameters?.[wire]?.argument ?? wire
  );
  return names.filter((name) => args[name] !== void 0);
}
function sources(names, { tool: tool2, advice }) {
  return names.flatMap((name) => {
    const lists = advice.lists?.(tool2, name);
    return lists ? [`${lists} lists the valid values of ${name}.`] : [];
  });
}

// runtime/upstream/send-failure.ts
var SendFailure = class extends Error {
  constructor(phase, reason, code, status) {
    super(`${reason} while ${phase}${code ? ` (${code})` : ""}`);
    this.phase = phase;
    this.reason = reason;
    this.code = code;
    this.status = status;
    this.name = "SendFailure";
  }
  phase;
  reason;
  code;
  status;
};
function sendFailureOf(error, status) {
  if (error instanceof SendFailure) return new SendFailure(error.phase, error.reason, error.code, status);
  const code = codeOf(error);
  const [phase, reason] = meaningOf(code);
  return new SendFailure(status === void 0 ? phase : "reading", reason, code, status);
}
function meaningOf(code) {
  if (/^(ENOTFOUND|EAI_\w+)$/.test(code)) return ["connecting", "unresolved"];
  if (/^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/.test(code)) return ["connecting", "timeout"];
  if (/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/.test(code)) return ["connecting", "refused"];
  if (/^(EPROTO|ERR_SSL|ERR_TLS|CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH)/.test(code)) {
    return ["connecting", "tls"];
  }
  if (/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(code)) return ["waiting", "timeout"];
  if (/^(HPE_|Z_|UND_ERR_HEADERS_OVERFLOW)/.test(code)) return ["waiting", "garbled"];
  return ["waiting", "broken"];
}
function codeOf(error) {
  const { code, name } = error ?? {};
  if (typeof code === "string") return code;
  return name === "HTTPParserError" ? "HPE_INVALID" : "";
}

// runtime/upstream/silence.ts
function faultOfFailure({ phase, reason, code, status }, about) {
  const { title, tool: tool2 } = about;
  const wasSent = phase !== "connecting";
  const isDone = status !== void 0;
  const mayHaveHappened = wasSent && !isRead(tool2);
  return new Fault({
    kind: KINDS3[reason],
    status,
    message: sentence(reason, phase, title, code, status),
    next: nextStep(),
    mayHaveHappened: mayHaveHappened || void 0
  });
  function nextStep() {
    if (isDone && !isRead(tool2)) return `${title} accepted the call, so don't repeat it: ${lookUp(about)}`;
    if (reason === "too_large") return "Ask for less: a smaller limit, or narrower filters.";
    if (!wasSent)
      return "Nothing was sent, so nothing has happened. Call again later; if it stays so, whoever runs this server should look.";
    return nextAfterDoubt(about);
  }
}
function faultOfUnreadable({ kind, message, status, said }, about) {
  const { title, tool: tool2 } = about;
  const next = isRead(tool2) ? "Nothing was changed; call again later. If it stays so, the API or something before it is out of order." : `${title} accepted the call, so don't repeat it: ${lookUp(about)}`;
  return new Fault({ kind, message, status, said, next, mayHaveHappened: isRead(tool2) ? void 0 : true });
}
function callTimeout(about, seconds) {
  return new Fault({
    kind: "timeout",
    message: `${about.tool.name} was given up after ${seconds} s, the longest that a call may take.`,
    next: nextAfterDoubt(about),
    mayHaveHappened: isRead(about.tool) ? void 0 : true
  });
}
var KINDS3 = {
  timeout: "timeout",
  unresolved: "unreachable",
  refused: "unreachable",
  tls: "unreachable",
  broken: "unreachable",
  too_large: "upstream_unreadable",
  garbled: "upstream_unreadable"
};
function sentence(reason, phase, title, code = "", status) {
  const why = code === "" ? "" : ` (${code})`;
  const within = phase === "reading" ? ` within its answer of ${status}` : " before it answered";
  switch (reason) {
    case "timeout":
      return phase === "connecting" ? `No connection to ${title} came about in time${why}.` : `${title} fell silent${within}${why}.`;
    case "unresolved":
      return `The address of ${title} is unknown${why}.`;
    case "refused":
      return `${title} refuses connections${why}.`;
    case "tls":
      return `No secure connection to ${title} came about${why}: its certificate or protocol was not accepted.`;
    case "broken":
      return `The connection to ${title} broke${within}${why}.`;
    case "too_large":
      return `${title}'s answer is larger than this server reads; reading was stopped.`;
    case "garbled":
      return `What ${title} answered is no HTTP that can be read${why}.`;
  }
}
function lookUp({ tool: tool2, advice }) {
  const shows = advice.shows?.(tool2);
  return shows ? `${shows} shows the outcome.` : "look the outcome up.";
}

// runtime/call.ts
var TIME_FOR_PAGES = 0.7;
function createCaller(options) {
  const {
    baseUrl: baseUrl2,
    upstream: upstream2,
    shared,
    on429 = "wait",
    callMs = 6e4,
    progressMs = 2e3,
    tokenBudget = 2e4
  } = options;
  const { title } = upstream2;
  const cursors = createCursors(options.cursorSecret);
  const redactor = createRedactor(options.redaction, upstream2.conceal);
  const underWay = /* @__PURE__ */ new Set();
  let closing = false;
  async function answered(tool2, given2, context) {
    const about = { title, tool: tool2, args: given2, advice: options.advice ?? {} };
    const time = startCall(context, callMs, progressMs, () => callTimeout(about, callMs / 1e3));
    const call = { about, time, client: context.client ?? "", ratelimit: void 0 };
    try {
      if (closing) throw closingFault();
      const text2 = await run2(call);
      return outcome(text2, { ratelimit: allowance(call) });
    } catch (error) {
      const fault2 = faultFrom(error);
      if (fault2.kind === "internal") options.onDefect?.(error);
      return faultOutcome(fault2, allowance(call, fault2));
    } finally {
      time.end();
    }
  }
  async function run2(call) {
    const { tool: tool2 } = call.about;
    const { args: given2, shaping, plain } = takeShaping(tool2, call.about.args);
    checkArguments(tool2, given2);
    const { args, resolved } = await options.resolve?.(tool2, given2, call.time.signal) ?? { args: given2 };
    const remarks = resolved ? { resolved } : {};
    const clean = (value) => cleaned(value, call.about);
    const presenting = { title, read: isRead(tool2), shaping, plain, budget: tokenBudget, remarks, clean };
    if (tool2.request.page) return pages(call, tool2.request.page, args, presenting);
    const { content, headers } = await fetched(call, args);
    return answerText(content, headers, presenting);
  }
  async function pages(call, plan, given2, presenting) {
    const { tool: tool2 } = call.about;
    const { limit, cursor, ...args } = given2;
    const from = cursor === void 0 ? {} : cursors.open(cursor, tool2.name, args);
    const { shaping, budget } = presenting;
    const walked = await walk({
      plan,
      from,
      limit,
      args,
      fetch: (page) => fetchedPage(call, { ...args, ...page }),
      enough: (items) => call.time.spent() > TIME_FOR_PAGES ? "time" : overflows(items, shaping, budget) ? "room" : void 0
    });
    if ("other" in walked) return answerText(walked.other.content, walked.other.headers, presenting);
    const sealed = (position) => position && cursors.seal(position, tool2.name, args);
    return listText2({ ...walked, cursorAfter: (shown) => sealed(walked.after(shown)) }, presenting);
  }
  async function fetchedPage(call, args) {
    const other = await fetched(call, args);
    const listing = other.content.kind === "json" ? readListing(other.content.value, other.headers, true) : void 0;
    return listing ? { listing } : { other };
  }
  async function fetched(call, args) {
    const about = { ...call.about, args };
    const answer = await sent(call, args, about);
    call.ratelimit = readRateLimit(answer.headers, Date.now()) ?? call.ratelimit;
    if (kindOf2(answer.status)) throw faultOf(answer, about, redactor, windowSeconds());
    try {
      return { content: readAnswer(answer, title), headers: answer.headers };
    } catch (error) {
      throw error instanceof Fault ? faultOfUnreadable(error, about) : error;
    }
  }
  async function sent({ about: { tool: tool2 }, time, client }, args, about) {
    const request = buildRequest(tool2.request, args, baseUrl2);
    const { signal: signal2, deadline, stage } = time;
    try {
      return await upstream2.send({
        request,
        read: isRead(tool2),
        caller: client,
        on429,
        signal: signal2,
        deadline,
        stage
      });
    } catch (error) {
      throw error instanceof SendFailure ? faultOfFailure(error, about) : error;
    }
  }
  function cleaned(value, about) {
    try {
      return sanitise(value, redactor);
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error;
      const fault2 = {
        kind: "upstream_unreadable",
        message: `${title}'s answer nests too deeply to be read.`
      };
      throw faultOfUnreadable(fault2, about);
    }
  }
  function allowance({ ratelimit }, fault2) {
    const counted = upstream2.allowance();
    const isLimited = fault2?.kind === "rate_limited";
    return {
      limit: ratelimit?.limit ?? counted.limit,
      remaining: ratelimit?.remaining ?? (isLimited ? 0 : counted.remaining),
      reset: ratelimit?.reset ?? (isLimited ? fault2.retryAfterSeconds : void 0) ?? counted.reset
    };
  }
  function windowSeconds() {
    return Math.max(1, upstream2.allowance().reset);
  }
  return {
    call(tool2, args, context) {
      const outcome2 = answered(tool2, args, context);
      underWay.add(outcome2);
      void outcome2.finally(() => underWay.delete(outcome2));
      return outcome2;
    },
    async close() {
      closing = true;
      await Promise.allSettled(underWay);
      if (!shared) await upstream2.close();
    }
  };
}
function closingFault() {
  return new Fault({
    kind: "busy",
    message: "This server is shutting down; the call was not sent.",
    next: "Call again."
  });
}

// runtime/upstream/breaker.ts
function createBreaker(title, { failures = 5, openMs = 1e4 } = {}) {
  let inARow = 0;
  let openUntil = 0;
  function refuseWhileOpen() {
    const left = openUntil - performance.now();
    if (inARow >= failures && left > 0) throw openFault(title, inARow, left);
  }
  return {
    refuseWhileOpen,
    pass() {
      refuseWhileOpen();
      if (inARow >= failures) openUntil = performance.now() + openMs;
    },
    answered() {
      inARow = 0;
    },
    failed() {
      inARow += 1;
      if (inARow >= failures) openUntil = performance.now() + openMs;
    }
  };
}
function openFault(title, inARow, leftMs) {
  const seconds = Math.ceil(leftMs / 1e3);
  return new Fault({
    kind: "busy",
    message: `${title} did not answer ${inARow} times in a row, so nothing is sent to it for ${seconds} s. This call was not sent.`,
    retryAfterSeconds: seconds,
    next: `Call again in ${seconds} s. Until then every call is answered like this one.`
  });
}

// runtime/upstream/client.ts
import { Agent } from "undici";

// runtime/upstream/body.ts
import { pipeline } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
async function readBody(stream, headers, bound) {
  const parts = [];
  let size2 = 0;
  try {
    for await (const part of decoded(stream, headers["content-encoding"])) {
      size2 += part.length;
      if (size2 > bound.most && bound.whole) throw new SendFailure("reading", "too_large");
      parts.push(part);
      if (size2 > bound.most) break;
    }
  } catch (error) {
    if (bound.whole) throw error;
  }
  return parts.length === 1 ? parts[0] : Buffer.concat(parts);
}
function decoded(stream, encoding) {
  const decoder = decoderOf(encoding?.trim().toLowerCase());
  if (!decoder) return stream;
  return pipeline(stream, decoder, () => void 0);
}
function decoderOf(encoding) {
  switch (encoding) {
    case void 0:
    case "":
    case "identity":
      return void 0;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      throw new SendFailure("reading", "garbled", encoding.slice(0, 40));
  }
}

// runtime/upstream/client.ts
var MEGABYTE = 1e6;
var MOST_ERROR_BYTES = 65536;
function createClient(options = {}) {
  const { key, connectMs = 5e3, firstByteMs = 3e4, mostBytes = 10 * MEGABYTE } = options;
  if (key && /[^\x21-\x7e]/.test(key.value))
    throw new TypeError("The API key holds a character that no key has.");
  const agent2 = new Agent({
    connect: { timeout: connectMs },
    headersTimeout: firstByteMs,
    bodyTimeout: firstByteMs,
    connections: 64
  });
  async function send(request, signal2) {
    signal2.throwIfAborted();
    let status;
    try {
      const response = await agent2.request({ ...dispatched(request, key), signal: signal2 });
      status = response.statusCode;
      const headers = headerValues(response.headers);
      const bound = isSuccess(status) ? { most: mostBytes, whole: true } : { most: MOST_ERROR_BYTES, whole: false };
      const body = await readBody(response.body, headers, bound);
      signal2.throwIfAborted();
      return { status, headers, body };
    } catch (error) {
      if (signal2.aborted) throw signal2.reason;
      throw sendFailureOf(error, status);
    }
  }
  let closed;
  return { send, close: () => closed ??= agent2.close() };
}
function isSuccess(status) {
  return status >= 200 && status < 300;
}
function dispatched(request, key) {
  const { origin } = new URL(request.url);
  const path = request.url.slice(origin.length) || "/";
  const headers = {
    accept: "application/json, */*;q=0.1",
    "accept-encoding": "gzip",
    "user-agent": "standpipe",
    ...lowerCased(request.headers)
  };
  const sent = { origin, path, method: request.method, headers, body: request.body };
  if (!key) return sent;
  const { placement } = key;
  const value = placement.prefix + key.value;
  if (placement.in === "header")
    return { ...sent, headers: { ...headers, [placement.name.toLowerCase()]: value } };
  const pair2 = `${encodeURIComponent(placement.name)}=${encodeURIComponent(value)}`;
  return { ...sent, path: path + (path.includes("?") ? "&" : "?") + pair2 };
}
function lowerCased(headers) {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
function headerValues(headers) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(", ") : value ?? ""
    ])
  );
}

// runtime/upstream/fair-queue.ts
function createFairQueue() {
  const waiting = /* @__PURE__ */ new Map();
  let size2 = 0;
  return {
    get size() {
      return size2;
    },
    push(owner, item) {
      const own = waiting.get(owner);
      if (own) own.push(item);
      else waiting.set(owner, [item]);
      size2 += 1;
    },
    shift() {
      const first2 = waiting.entries().next();
      if (first2.done) return void 0;
      const [owner, own] = first2.value;
      const item = own.shift();
      waiting.delete(owner);
      if (own.length > 0) waiting.set(owner, own);
      size2 -= 1;
      return item;
    },
    remove(owner, item) {
      const own = waiting.get(owner);
      const at = own?.indexOf(item) ?? -1;
      if (!own || at < 0) return;
      own.splice(at, 1);
      if (own.length === 0) waiting.delete(owner);
      size2 -= 1;
    }
  };
}

// runtime/upstream/slots.ts
var ARRIVES_MS = 1e4;
function createSlots(limit, windowMs) {
  const underWay = /* @__PURE__ */ new Set();
  let done = [];
  let forgotten = 0;
  function countTaken(now) {
    for (const slot of underWay) {
      if (slot.from + ARRIVES_MS > now) break;
      settle(slot);
    }
    while (forgotten < done.length && done[forgotten] + windowMs <= now) forgotten += 1;
    if (forgotten > 1e3 || forgotten === done.length) {
      done = done.slice(forgotten);
      forgotten = 0;
    }
    return underWay.size + done.length - forgotten;
  }
  function settle(slot) {
    if (underWay.delete(slot)) done.push(performance.now());
  }
  return {
    take() {
      const now = performance.now();
      if (countTaken(now) >= limit) {
        const [oldest] = underWay;
        const frees = done[forgotten] ?? oldest.from + ARRIVES_MS;
        return { waitMs: frees + windowMs - now };
      }
      const slot = { from: now };
      underWay.add(slot);
      return { slot: { used: () => settle(slot), giveBack: () => void underWay.delete(slot) } };
    },
    room() {
      const now = performance.now();
      const remaining = limit - countTaken(now);
      const last = underWay.size > 0 ? now : done.at(-1);
      return { limit, remaining, resetMs: last === void 0 ? 0 : last + windowMs - now };
    }
  };
}

// runtime/upstream/pacing.ts
function createPacer(title, options = {}) {
  const { limit = 50, windowMs = 1e4, mostWaiting = 200, longestWaitMs = 4e4 } = options;
  const slots = options.slots ?? createSlots(limit, windowMs);
  const writes = createFairQueue();
  const reads = createFairQueue();
  let readsHeldUntil = 0;
  let serving = false;
  let timer2;
  function turn({ caller: caller2, write, signal: signal2 }) {
    const queue = write ? writes : reads;
    if (queue.size >= mostWaiting) throw busyFault(title, `${queue.size} calls wait already`, windowMs);
    return new Promise((resolve, reject) => {
      const waiting = {
        grant: (slot) => (leave(), resolve(slot)),
        refuse: (error) => (leave(), reject(error))
      };
      const tooLong = setTimeout(
        () => waiting.refuse(busyFault(title, `no turn came within ${longestWaitMs / 1e3} s`, windowMs)),
        longestWaitMs
      );
      const aborted = () => waiting.refuse(signal2.reason);
      function leave() {
        clearTimeout(tooLong);
        signal2.removeEventListener("abort", aborted);
        queue.remove(caller2, waiting);
      }
      signal2.addEventListener("abort", aborted);
      queue.push(caller2, waiting);
      void serve();
    });
  }
  async function serve() {
    if (serving) return;
    serving = true;
    try {
      for (let queue = nextQueue(); queue; queue = nextQueue()) {
        const taken = await slots.take();
        if ("waitMs" in taken) return serveAfter(taken.waitMs);
        const next = nextQueue()?.shift();
        if (next) next.grant(freeing(taken.slot));
        else taken.slot.giveBack();
      }
      if (reads.size > 0) serveAfter(readsHeldUntil - performance.now());
    } catch (error) {
      refuseAll(error);
    } finally {
      serving = false;
    }
  }
  function nextQueue() {
    if (writes.size > 0) return writes;
    return reads.size > 0 && performance.now() >= readsHeldUntil ? reads : void 0;
  }
  function serveAfter(milliseconds) {
    clearTimeout(timer2);
    timer2 = setTimeout(() => void serve(), Math.max(1, Math.ceil(milliseconds))).unref();
  }
  function freeing(slot) {
    return { used: () => (slot.used(), void serve()), giveBack: () => (slot.giveBack(), void serve()) };
  }
  function refuseAll(error) {
    for (const queue of [writes, reads])
      for (let next = queue.shift(); next; next = queue.shift()) next.refuse(error);
  }
  return {
    turn: async (asking) => (asking.signal.throwIfAborted(), turn(asking)),
    holdReads: (milliseconds) => void (readsHeldUntil = Math.max(readsHeldUntil, performance.now() + milliseconds)),
    allowance() {
      const room = slots.room();
      return { limit: room.limit, remaining: room.remaining, reset: Math.ceil(room.resetMs / 1e3) };
    }
  };
}
function busyFault(title, why, windowMs) {
  const seconds = Math.max(1, Math.ceil(windowMs / 1e3));
  return new Fault({
    kind: "busy",
    message: `Calls to ${title} are paced to the account's rate limit, and ${why}. This call was not sent.`,
    retryAfterSeconds: seconds,
    next: `Call again in ${seconds} s, with fewer calls at once.`
  });
}

// runtime/upstream/sleep.ts
import { setTimeout as timer } from "node:timers/promises";
async function sleep(milliseconds, signal2) {
  try {
    await timer(milliseconds, void 0, { signal: signal2 });
  } catch {
    throw signal2.reason;
  }
}

// runtime/upstream/retry.ts
var MOST_WAITS = 2;
var MOST_REPEATS = 1;
function createSender({ title, client, pacer, breaker }) {
  async function send(order) {
    for (let waits = 0, repeats = 0; ; ) {
      const outcome2 = await once(order);
      if (outcome2 instanceof SendFailure) {
        if (!order.read || !brokeBeforeAnswer(outcome2) || repeats >= MOST_REPEATS) throw outcome2;
        repeats += 1;
        await sleep(jitter(), order.signal);
        continue;
      }
      const wait = outcome2.status === 429 && waits < MOST_WAITS ? waitFor(outcome2, order) : void 0;
      if (wait === void 0) return outcome2;
      waits += 1;
      pacer.holdReads(wait);
      order.stage(`${title}'s rate limit is used up; it asked to wait ${Math.ceil(wait / 1e3)} s`);
      await sleep(wait, order.signal);
    }
  }
  async function once(order) {
    const { request, signal: signal2, stage } = order;
    breaker.refuseWhileOpen();
    const slot = await turn(order);
    stage(`waiting for ${title}'s answer`);
    try {
      const answer = await client.send(request, signal2);
      breaker.answered();
      return answer;
    } catch (error) {
      if (isSilence(error)) breaker.failed();
      if (error instanceof SendFailure) return error;
      throw error;
    } finally {
      slot.used();
    }
  }
  async function turn({ read, caller: caller2, signal: signal2, stage }) {
    stage("waiting for a turn within the rate limit");
    const slot = await pacer.turn({ caller: caller2, write: !read, signal: signal2 });
    try {
      breaker.pass();
      return slot;
    } catch (error) {
      slot.giveBack();
      throw error;
    }
  }
  function waitFor(answer, order) {
    if (!order.read || order.on429 === "pass") return void 0;
    const asked = readRetryAfter(answer.headers, Date.now()) ?? Math.max(1, pacer.allowance().reset);
    const wait = asked * 1e3 + jitter();
    return performance.now() + wait < order.deadline ? wait : void 0;
  }
  return { send };
}
function brokeBeforeAnswer(failure) {
  return failure.phase === "waiting" && failure.reason === "broken";
}
function isSilence(error) {
  if (error instanceof SendFailure) return error.status === void 0;
  return error instanceof Fault && error.kind === "timeout";
}
function jitter() {
  return 50 + Math.random() * 200;
}

// runtime/upstream/upstream.ts
function createUpstream({ title, pacing, breaker, ...options }) {
  const client = createClient(options);
  const pacer = createPacer(title, pacing);
  const sender = createSender({ title, client, pacer, breaker: createBreaker(title, breaker) });
  const key = options.key?.value;
  return {
    title,
    conceal: (text2) => key !== void 0 && text2.includes(key) ? text2.replaceAll(key, "[redacted]") : text2,
    send: sender.send,
    allowance: pacer.allowance,
    close: client.close
  };
}

// test/pipeline/stub.ts
import { z } from "zod";
function readTool(input = {}, more = {}, request = {}) {
  return {
    name: "list_things",
    title: "List things",
    description: "Lists things.",
    access: "list",
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
    request: { method: "GET", path: "/things", ...request },
    input: z.strictObject(input),
    ...more
  };
}

// _bench.ts
var size = process.argv[2] ?? "small";
var child = fork("./_stub.mjs", [size], { execArgv: [] });
var port = await new Promise((r) => child.once("message", (m) => r(m)));
var baseUrl = `http://127.0.0.1:${port}`;
var upstream = createUpstream({ title: "Acme", key: { placement: { in: "header", name: "Authorization", prefix: "Bearer " }, value: "fhb-123" }, pacing: { limit: 1e5, windowMs: 50 } });
var caller = createCaller({ baseUrl, upstream });
var tool = readTool({ thing: z2.string(), limit: z2.int().optional(), cursor: z2.string().optional() }, { view: ["id", "number", "name", "severity", "services.name"] }, { query: { thing: {} }, ...size === "small" ? {} : { page: { style: "page", page: "page", size: "per_page", most: 200 } } });
var agent = new Agent2();
var direct = async () => {
  const r = await agent.request({ origin: baseUrl, path: "/things?thing=x", method: "GET", headers: { accept: "application/json" } });
  return JSON.parse(await r.body.text());
};
var signal = new AbortController().signal;
var piped = () => caller.call(tool, { thing: "x" }, { signal });
async function run(f, n2) {
  const t = [];
  for (let i = 0; i < n2; i++) {
    const s = performance.now();
    await f();
    t.push(performance.now() - s);
  }
  t.sort((a, b) => a - b);
  return [t[n2 >> 1], t[Math.floor(n2 * 0.99)]];
}
var n = size === "small" ? 3e3 : 60;
await run(direct, n);
await run(piped, n);
for (let i = 0; i < 3; i++) {
  const d = await run(direct, n), p = await run(piped, n);
  console.log("direct p50/p99", d.map((x) => x.toFixed(3)).join("/"), "piped", p.map((x) => x.toFixed(3)).join("/"), "+", (p[0] - d[0]).toFixed(3));
}
if (size === "small" && process.argv[3]) {
  for (let k = 0; k < 5; k++) {
    for (let i = 0; i < 2e4; i++) await piped();
    globalThis.gc?.();
    console.log(k, (process.memoryUsage().heapUsed / 1e6).toFixed(1), (process.memoryUsage().rss / 1e6).toFixed(0));
  }
}
child.kill();
await caller.close();
await agent.close();
