/** The tools that a surface lists. Unlisted tools can still be found by search and called. */
interface SurfaceRule {
  /** Which of the API's tools. */
  readonly api: "all" | "curated" | "none";
  /** Standpipe's own tools that find and call others, by name. */
  readonly own: readonly string[];
  /** `search` and `fetch`, if the API has records to search. */
  readonly knowledge: boolean;
}

const callers = ["search_tools", "describe_tool", "execute_read", "execute_write", "execute_delete"] as const;
const programs = ["search_tools", "run_read", "run_write"] as const;

/** All surfaces, in the order in which they are shown. */
export const surfaceRules = {
  curated: {
    api: "curated",
    own: callers,
    knowledge: false,
  },
  full: { api: "all", own: [], knowledge: false },
  discover: { api: "none", own: callers, knowledge: false },
  code: { api: "none", own: programs, knowledge: false },
  chatgpt: {
    api: "curated",
    own: callers,
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
  /** By name. */
  readonly own: ReadonlyMap<string, Tool>;
  readonly knowledge: readonly Tool[];
}

/** The tools that a surface lists, in the order of tools/list. */
export function listedOn<Tool>(surface: Surface, parts: SurfaceParts<Tool>): Tool[] {
  const { api, own, knowledge } = surfaceRules[surface];
  return [
    ...(knowledge ? parts.knowledge : []),
    ...(api === "all" ? parts.all : api === "curated" ? parts.curated : []),
    ...own.flatMap((name) => parts.own.get(name) ?? []),
  ];
}
