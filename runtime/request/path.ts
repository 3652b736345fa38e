import { refuse } from "../arguments/refuse.js";
import { partsOf, percent, type Parts } from "./encode.js";
import type { Placed } from "./placed.js";
import { styles } from "./styles.js";

/**
 * Fills in a path template. Each value becomes one segment or a part of one: a slash becomes `%2F`. An empty value, `.`
 * and `..`, and control characters are refused.
 */
export function fillPath(template: string, placed: readonly Placed[]): string {
  return segmentsOf(template)
    .map((pieces) => fillSegment(pieces, placed))
    .join("/");
}

/**
 * Whether a URL's path has the template's segments: the same number, and equal ones where the template has no
 * parameter.
 */
export function hasShapeOf(template: string, path: string): boolean {
  const wanted = segmentsOf(withoutQuery(template));
  const found = path.split("/");
  return wanted.length === found.length && wanted.every((pieces, index) => fits(pieces, found[index]!));
}

/** The names of a template's parameters. */
export function pathNames(template: string): string[] {
  return segmentsOf(template).flatMap((pieces) => pieces.filter((_, index) => index % 2 === 1));
}

/** Literal text, URL-encoded, and parameter names in turn, starting and ending with literal text. */
type Pieces = readonly string[];

/** Templates come from the plans, so there are at most as many as tools. */
const read = new Map<string, readonly Pieces[]>();

function segmentsOf(template: string): readonly Pieces[] {
  const segments = read.get(template) ?? readTemplate(template);
  read.set(template, segments);
  return segments;
}

/** Documents use fragments to distinguish operations of the same path. They are never sent. */
function readTemplate(template: string): Pieces[] {
  const segments = template.split("#", 1)[0]!.split("/");
  return segments.map((segment) =>
    segment.split(/\{([^{}]+)\}/).map((piece, index) => (index % 2 === 0 ? literalText(piece) : piece)),
  );
}

function withoutQuery(template: string): string {
  const at = template.indexOf("?");
  return at < 0 ? template : template.slice(0, at);
}

function fits(pieces: Pieces, found: string): boolean {
  return pieces.length === 1 ? pieces[0] === found : found !== "";
}

function fillSegment(pieces: Pieces, placed: readonly Placed[]): string {
  if (pieces.length === 1) return pieces[0]!;
  const filled = pieces
    .map((piece, index) => (index % 2 === 0 ? piece : pathText(parameterOf(piece, placed))))
    .join("");
  const leadsElsewhere = filled === "." || filled === "..";
  if (leadsElsewhere) {
    refuse(
      parameterOf(pieces[1]!, placed).argument,
      `can't make the path segment "${filled}", which leads elsewhere`,
    );
  }
  return filled;
}

/** A template may contain characters that are invalid in a URL. */
function literalText(piece: string): string {
  return piece.replace(/[^!-~]|["'<>\\^`{|}]/gu, percent);
}

function parameterOf(name: string, placed: readonly Placed[]): Placed {
  return placed.find(({ wire }) => wire === name)!;
}

const CONTROL = /\p{Cc}/u;

function pathText({ wire, value, placement, argument }: Placed): string {
  const { style = "simple", json } = placement;
  const parts: Parts = json ? { kind: "one", text: JSON.stringify(value) } : partsOf(value, argument);
  const texts =
    parts.kind === "one" ? [parts.text] : parts.kind === "list" ? parts.items : parts.entries.flat();
  if (texts.every((text) => text === "")) refuse(argument, "can't be empty: it is a part of the path");
  if (texts.some((text) => CONTROL.test(text))) refuse(argument, "can't hold control characters");
  const { segment, explodes } = styles[style];
  if (!segment) throw new Error(`The style ${style} of ${wire} has no meaning in a path.`);
  return segment({ wire, argument, parts, texts, explode: placement.explode ?? explodes });
}
