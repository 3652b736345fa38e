/** A value as a JavaScript literal. Text of a specification becomes code only here, so it can only be data. */
export function literal(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) throw new Error("A template printed an undefined value.");
  // Most values need no more.
  if (!/[^ -~]|__proto__/.test(json)) return json;
  // As a plain key, `__proto__` would set the object's prototype. Inside a string its quotes are escaped, so this does
  // not match there.
  const keyed = json.replaceAll(/(?<=[{,])"__proto__":/g, '["__proto__"]:');
  return keyed.replaceAll(/[\u2028\u2029\u007f-\u009f\p{Cf}]/gu, escaped);
}

/** A name as an object's key. Prettier removes needless quotes. `__proto__` must be a computed key. */
export function key(name: string): string {
  return name === "__proto__" ? `[${literal(name)}]` : literal(name);
}

/** A value as a one-line comment. It cannot end the line. */
export function comment(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}
