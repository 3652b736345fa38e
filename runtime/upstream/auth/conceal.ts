/** Shorter texts are no secrets, and may stand anywhere. */
const FEWEST_CHARACTERS = 3;

/** Tokens that are renewed leave no trace for ever. */
const MOST_KNOWN = 50;

/** Hides secrets in texts. They may change while tokens come and go. */
export function createConcealer(secrets: () => readonly string[]): (text: string) => string {
  const forms = new Map<string, readonly string[]>();
  return (text) => {
    let left = text;
    for (const secret of secrets()) {
      const known = forms.get(secret) ?? formsOf(secret);
      if (forms.size >= MOST_KNOWN) forms.clear();
      forms.set(secret, known);
      for (const form of known) if (left.includes(form)) left = left.replaceAll(form, "[redacted]");
    }
    return left;
  };
}

/** A secret as an answer may repeat it: as it is, within JSON, within a URL, and in base64. */
function formsOf(secret: string): readonly string[] {
  if (secret.length < FEWEST_CHARACTERS) return [];
  const base64 = Buffer.from(secret).toString("base64");
  return [...new Set([secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64])];
}
