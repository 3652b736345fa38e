/** Shorter texts are not secrets, and may stand anywhere. */
const FEWEST_CHARACTERS = 3;

/** Tokens that are renewed leave no trace for ever. */
const MOST_KNOWN = 50;

/** Hides secrets in texts. They may change while tokens come and go. */
export function createConcealer(secrets: () => readonly string[]): (text: string) => string {
  const known = new Map<string, readonly string[]>();
  // A list of secrets never changes. As long as the same list comes, its forms are the same.
  let last: readonly string[] | undefined;
  let forms: readonly string[] = [];

  function formsNow(): readonly string[] {
    const now = secrets();
    if (now !== last) forms = now.flatMap(formsOfSecret);
    last = now;
    return forms;
  }

  function formsOfSecret(secret: string): readonly string[] {
    const found = known.get(secret) ?? formsOf(secret);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(secret, found);
    return found;
  }

  return (text) => {
    let left = text;
    for (const form of formsNow()) if (left.includes(form)) left = left.replaceAll(form, "[redacted]");
    return left;
  };
}

/** A secret as an answer may repeat it: as it is, in JSON (within JSON), a URL, HTML and base64. The longest forms come first. */
function formsOf(key: string): readonly string[] {
  if (key.length < FEWEST_CHARACTERS) return [];
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
  const quoted = [inJson(key), inJson(inJson(key)), inJson(inJson(inJson(key)))];
  const plain = [key, ...quoted, encodeURIComponent(key), ...entities.map((one) => inHtml(key, one))];
  const base64 = [0, 1, 2].flatMap((offset) => base64At(key, offset));
  const forms = [
    ...plain,
    ...base64,
    ...base64.map((form) => form.replaceAll("+", "-").replaceAll("/", "_")),
  ];
  return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

/** How HTML's writers write what has a meaning there: each set by another habit. */
const entities: readonly Readonly<Record<string, string>>[] = [
  { "&": "&amp;", "<": "&lt;", ">": "&gt;" },
  { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" },
  { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
  { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" },
  { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" },
];

function inHtml(text: string, written: Readonly<Record<string, string>>): string {
  return text.replace(/[&<>"']/g, (sign) => written[sign] ?? sign);
}

/** Short runs of base64 occur by chance. */
const LEAST_BASE64 = 12;

/** The characters that base64 always has for a key, where so many bytes (modulo 3) stand before it. */
function base64At(key: string, offset: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(key)]);
  const whole = bytes.length % 3 === 0 ? undefined : -1;
  const form = bytes.toString("base64").replaceAll("=", "");
  const own = form.slice(offset === 0 ? 0 : offset + 1, whole);
  return own.length >= LEAST_BASE64 ? [own] : [];
}
