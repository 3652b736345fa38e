import { refuse } from "../arguments/refuse.js";
import { joinApart, partsOf, percent, type Parts } from "./encode.js";
import type { Placed } from "./places.js";

/**
 * Fills a path template, all of whose parameters are placed. Each value becomes one segment, or its part of one: a slash in it is `%2F`, and a value that
 * would be no segment (empty) or lead elsewhere (`.` and `..`) is refused, as are control characters.
 */
export function fillPath(template: string, placed: readonly Placed[]): string {
  return segmentsOf(template)
    .map((segment) => fillSegment(segment, placed))
    .join("/");
}

/** Whether a URL's path has the template's segments: as many, and the same where the template has no parameter. */
export function hasShapeOf(template: string, path: string): boolean {
  const wanted = segmentsOf(template.replace(/\?.*$/s, ""));
  const found = path.split("/");
  return wanted.length === found.length && wanted.every((segment, index) => fits(segment, found[index]!));
}

/** The names of a template's parameters. */
export function pathNames(template: string): string[] {
  return segmentsOf(template).flatMap((segment) => piecesOf(segment).filter((_, index) => index % 2 === 1));
}

/** Documents tell operations of one path apart by fragments, which are never sent. */
function segmentsOf(template: string): string[] {
  return template.replace(/#.*$/s, "").split("/");
}

/** Literal text and parameter names by turns, literal text first and last. */
function piecesOf(segment: string): string[] {
  return segment.split(/\{([^{}]+)\}/);
}

function fits(segment: string, found: string): boolean {
  const [literal, ...others] = piecesOf(segment);
  return others.length === 0 ? literalText(literal!) === found : found !== "";
}

function fillSegment(segment: string, placed: readonly Placed[]): string {
  const pieces = piecesOf(segment);
  const filled = pieces
    .map((piece, index) => (index % 2 === 0 ? literalText(piece) : pathText(parameterOf(piece, placed))))
    .join("");
  const leadsElsewhere = filled === "." || filled === "..";
  if (leadsElsewhere && pieces.length > 1) {
    refuse(
      parameterOf(pieces[1]!, placed).argument,
      `can't make the path segment "${filled}", which leads elsewhere`,
    );
  }
  return filled;
}

/** A template may hold characters that a URL must not. */
function literalText(piece: string): string {
  return piece.replace(/[^!-~]|["'<>\\^`{|}]/gu, percent);
}

function parameterOf(name: string, placed: readonly Placed[]): Placed {
  return placed.find(({ wire }) => wire === name)!;
}

function pathText({ wire, value, placement, argument }: Placed): string {
  const { style = "simple", explode = false, json } = placement;
  const parts: Parts = json ? { kind: "one", text: JSON.stringify(value) } : partsOf(value, argument);
  const texts =
    parts.kind === "one" ? [parts.text] : parts.kind === "list" ? parts.items : parts.entries.flat();
  if (texts.every((text) => text === "")) refuse(argument, "can't be empty: it is a part of the path");
  if (texts.some((text) => /\p{Cc}/u.test(text))) refuse(argument, "can't hold control characters");
  if (style === "label") return `.${labelText(parts, texts, explode, argument)}`;
  if (style === "matrix") return matrixText(percent(wire), parts, texts, explode);
  if (parts.kind === "record" && explode) return entryTexts(parts).join(",");
  return texts.map(percent).join(",");
}

function labelText(parts: Parts, texts: readonly string[], explode: boolean, argument: string): string {
  if (!explode || parts.kind === "one") return texts.map(percent).join(",");
  return joinApart(parts.kind === "record" ? entryTexts(parts) : texts.map(percent), ".", argument);
}

function matrixText(name: string, parts: Parts, texts: readonly string[], explode: boolean): string {
  if (parts.kind === "record" && explode)
    return entryTexts(parts)
      .map((entry) => `;${entry}`)
      .join("");
  if (parts.kind === "list" && explode) return texts.map((text) => `;${name}=${percent(text)}`).join("");
  return `;${name}=${texts.map(percent).join(",")}`;
}

function entryTexts({ entries }: Extract<Parts, { kind: "record" }>): string[] {
  return entries.map(([key, text]) => `${percent(key)}=${percent(text)}`);
}
