import ts from "typescript";

/** Phrases that a reader must read twice, each with what to write instead. */
const RIDDLES: Readonly<Record<string, string>> = {
  whoever: "name the person or program: the caller, the reader, the operator",
  "what nobody": "say what is missing: operations without a description",
  "that (?:is|are) none": "say what it is not: a line that is not JSON",
  "(?:is|are|was|were|be|been|being) told": "say who does what: the result reports, the client gets",
  tells: "says, shows, reports, distinguishes",
  "(?:come|comes|came|coming) about": "happens, results",
  "(?:stand|stands|stood|standing) in(?! a\\b)": "is in, replaces",
  "(?:stand|stands|stood) for": "means, replaces",
  "in (?:its|their) stead|in vain": "instead, without effect",
  "(?:held|holds?) to": "is checked against, must follow",
  "by the same": "name the thing: with the key that encrypted it",
  "otherwise than|says? otherwise|reads? otherwise": "say the difference",
  "fell silent|falls silent": "did not respond",
  "mend|mends|mended|mending": "fix",
  anew: "again",
  "(?<!there )(?:is|are|was|were|be) no (?!longer|more|one)": "is not a, are not",
  "(?<!are )all the same": "anyway",
  "leads? (?:nowhere|in a circle)": "points to nothing, refers to itself",
  "as it (?:stands|is meant)": "unchanged; say what is meant",
  "(?<=\\. )else": "otherwise",
  "not looked at": "not read, not checked",
  beside: "next to, besides, with",
};

const PATTERNS = Object.entries(RIDDLES).map(([phrase, instead]) => ({
  pattern: new RegExp(`\\b(?:${phrase.replaceAll(" ", "\\s+")})\\b`, "gi"),
  instead,
}));

/** A riddling phrase in a file. */
export interface Riddle {
  /** `generator/files.ts:12`. */
  readonly at: string;
  readonly phrase: string;
  readonly instead: string;
}

/** The riddling phrases in the comments, messages and names of tests of a source, or in the text of a page. */
export function riddlesIn(path: string, content: string): Riddle[] {
  // Parsing is slow, and most files have no such phrase at all.
  if (!PATTERNS.some(({ pattern }) => unwrapped(content).search(pattern) >= 0)) return [];
  return textsOf(path, content).flatMap(({ text, offset }) =>
    PATTERNS.flatMap(({ pattern, instead }) =>
      [...text.matchAll(pattern)].map((match) => ({
        at: `${path}:${content.slice(0, offset + match.index).split("\n").length}`,
        phrase: match[0].toLowerCase().replaceAll(/\s+/g, " "),
        instead,
      })),
    ),
  );
}

interface Text {
  readonly text: string;
  readonly offset: number;
}

function textsOf(path: string, content: string): Text[] {
  if (/\.tsx?$/.test(path)) return sourceTexts(path, content);
  const isPage = path.endsWith(".md");
  return [{ text: isPage ? withoutCode(content) : content, offset: 0 }];
}

/** A page with its code blanked out, so that offsets stay. */
function withoutCode(page: string): string {
  return page.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, (code) => code.replaceAll(/[^\n]/g, " "));
}

/** Comments, and strings of several words. A single word is a value, not a sentence. */
function sourceTexts(path: string, content: string): Text[] {
  const file = ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true);
  const found = new Map<number, Text>();
  const add = (start: number, end: number) =>
    found.set(start, { text: unwrapped(content.slice(start, end)), offset: start });
  const visit = (node: ts.Node): void => {
    if (!ts.isJsxText(node)) for (const range of commentsAround(content, node)) add(range.pos, range.end);
    if (isText(node) && node.getText(file).trim().includes(" ")) add(node.getStart(file), node.getEnd());
    ts.forEachChild(node, visit);
  };
  visit(file);
  for (const range of ts.getLeadingCommentRanges(content, file.endOfFileToken.pos) ?? [])
    add(range.pos, range.end);
  return [...found.values()];
}

function commentsAround(content: string, node: ts.Node): ts.CommentRange[] {
  return [
    ...(ts.getLeadingCommentRanges(content, node.pos) ?? []),
    ...(ts.getTrailingCommentRanges(content, node.end) ?? []),
  ];
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node) || ts.isJsxText(node);
}

/** Joins the lines of a comment, so that a phrase may span two. The length stays. */
function unwrapped(text: string): string {
  return text
    .replaceAll(/\n[ \t]*(?:\*|\/\/)?/g, (lineStart) => " ".repeat(lineStart.length))
    .replaceAll(/ {2,}/g, (spaces) => spaces);
}
