const [QUOTE, BACKSLASH, COMMA, LIST, RECORD] = [34, 92, 44, 91, 123];

/** The approximate number of values in JSON, from its commas and brackets. Much faster than parsing. */
export function valuesIn(json: string): number {
  let values = 0;
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) at = endOfText(json, at + 1);
    else if (code === COMMA || code === LIST || code === RECORD) values += 1;
  }
  return values;
}

/** Where a text within JSON ends, by its last quote. */
export function endOfText(json: string, from: number): number {
  for (let end = json.indexOf('"', from); end >= 0; end = json.indexOf('"', end + 1)) {
    let before = end;
    while (before > from && json.charCodeAt(before - 1) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return json.length;
}
