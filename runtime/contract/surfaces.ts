/** The tools that a surface lists. Unlisted tools can still be found by search and called. */
interface SurfaceRule {
  /** Which of the API's tools. */
  readonly api: "all" | "curated" | "none";
  /** The tools that find and call others. */
  readonly finders: boolean;
  /** `search` and `fetch`, if the API has records to search. */
  readonly knowledge: boolean;
}

/** All surfaces, in the order in which they are shown. */
export const surfaceRules = {
  curated: {
    api: "curated",
    finders: true,
    knowledge: false,
  },
  full: { api: "all", finders: false, knowledge: false },
  discover: { api: "none", finders: true, knowledge: false },
  chatgpt: {
    api: "curated",
    finders: true,
    knowledge: true,
  },
} as const satisfies Readonly<Record<string, SurfaceRule>>;

export type Surface = keyof typeof surfaceRules;

export const surfaces = Object.keys(surfaceRules) as readonly Surface[];

/** An API with no more tools than these lists all of them, unless it has a curated set. */
export const FEW_TOOLS = 40;

/** The parts of a surface: tools, or their names. */
export interface SurfaceParts<Tool> {
  readonly all: readonly Tool[];
  readonly curated: readonly Tool[];
  readonly finders: readonly Tool[];
  readonly knowledge: readonly Tool[];
}

/** The tools that a surface lists, in the order of tools/list. */
export function listedOn<Tool>(surface: Surface, parts: SurfaceParts<Tool>): Tool[] {
  const { api, finders, knowledge } = surfaceRules[surface];
  return [
    ...(knowledge ? parts.knowledge : []),
    ...(api === "all" ? parts.all : api === "curated" ? parts.curated : []),
    ...(finders ? parts.finders : []),
  ];
}
