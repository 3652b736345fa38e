import { RegExpParser, type AST } from "@eslint-community/regexpp";

/** A text of about so many characters. */
export type TextOf = (characters: number) => string;

/** Texts that make a slow regular expression read the same characters again and again. */
export function hostileTexts(source: string, flags: string): TextOf[] {
  const isUnicode = flags.includes("u") || flags.includes("v");
  const pattern = new RegExpParser().parsePattern(source, undefined, undefined, { unicode: isUnicode });
  const parts = new Set<string>();
  for (const alternative of pattern.alternatives) beginnings(alternative, "", parts);
  // Where an expression begins at a word's edge, each of these is one, and repeated classes often contain them.
  const edges = /\\b|\(\?<[!=]/.test(source) ? ["-", "."] : [];
  const samples = [...parts].filter(Boolean);
  return [...samples, ...samples.flatMap((part) => edges.map((edge) => edge + part))].flatMap((part) => {
    // At the end is a character that no pattern matches, so that it is tried from every place.
    const texts: TextOf[] = [(characters) => `${filled(part, characters)}\u0001`];
    const last = part.at(-1)!;
    if (part !== last) texts.push((characters) => `${part}${filled(last, characters)}\u0001`);
    return texts;
  });
}

function filled(part: string, characters: number): string {
  return part.repeat(Math.ceil(characters / part.length)).slice(0, characters);
}

/** Adds prefixes of texts that an alternative matches: up to each part, and each repeated part alone. */
function beginnings({ elements }: AST.Alternative, before: string, parts: Set<string>): string {
  let text = before;
  for (const element of elements) {
    if (element.type === "Quantifier") parts.add(sampleOf(element.element));
    const group = element.type === "Quantifier" ? element.element : element;
    if ("alternatives" in group) for (const one of group.alternatives) beginnings(one, text, parts);
    text += sampleOf(element);
    parts.add(text);
  }
  return text;
}

/** A short text that an element matches. */
function sampleOf(element: AST.Element | AST.ClassRangesCharacterClassElement): string {
  switch (element.type) {
    case "Character":
      return String.fromCodePoint(element.value);
    case "CharacterClassRange":
      return String.fromCodePoint(element.min.value);
    case "CharacterSet":
      return SETS[element.kind] ?? "a";
    case "CharacterClass":
      return classSample(element);
    case "Quantifier":
      return sampleOf(element.element).repeat(Math.max(1, Math.min(element.min, 100)));
    case "Group":
    case "CapturingGroup":
      return (element.alternatives[0]?.elements ?? []).map(sampleOf).join("");
    case "Assertion":
    case "Backreference":
    case "ExpressionCharacterClass":
      return "";
  }
}

const SETS: Readonly<Record<string, string>> = { digit: "1", space: " ", word: "a", any: "a", property: "é" };

function classSample({ negate, elements }: AST.CharacterClass): string {
  if (!negate) return elements[0] ? sampleOf(elements[0] as AST.ClassRangesCharacterClassElement) : "";
  const pattern = new RegExp(`[^${elements.map((one) => one.raw).join("")}]`, "u");
  return ["a", "-", " ", "é", "\u0001"].find((one) => pattern.test(one)) ?? "a";
}
