import { Copy, DockerfileParser, From, type Instruction, type ModifiableInstruction } from "dockerfile-ast";

/** The file instructions of a stage, in order. */
export type Step =
  | { readonly do: "workdir"; readonly path: string }
  | { readonly do: "run"; readonly command: string }
  | {
      readonly do: "copy";
      /** Another stage; undefined for the build's context. */
      readonly from?: string;
      readonly sources: readonly string[];
      readonly to: string;
      readonly owner?: string;
    };

export interface Stage {
  readonly name?: string;
  readonly steps: readonly Step[];
}

/** How the image's process is started. */
export interface Start {
  readonly command: readonly string[];
  readonly user: string;
  readonly env: Readonly<Record<string, string>>;
  /** The health check's command. */
  readonly health: readonly string[];
}

/** The parts of this project's Dockerfile: stages, the last of which is the image, and the start command. */
export interface ImagePlan {
  readonly stages: readonly Stage[];
  readonly start: Start;
}

/** @throws Error for instructions that the project's Dockerfile does not need */
export function readDockerfile(text: string): ImagePlan {
  const instructions = DockerfileParser.parse(text).getInstructions();
  const stages: { name?: string; steps: Step[] }[] = [];
  for (const instruction of instructions) {
    if (instruction instanceof From)
      stages.push({ name: instruction.getBuildStage() ?? undefined, steps: [] });
    else stages.at(-1)?.steps.push(...stepsOf(instruction));
  }
  const last = instructions.slice(instructions.findLastIndex((one) => one instanceof From));
  return { stages, start: startOf(last) };
}

/** Read by `startOf`, or without an effect on files. */
const elsewhere = ["ARG", "CMD", "ENTRYPOINT", "ENV", "EXPOSE", "HEALTHCHECK", "LABEL", "USER", "VOLUME"];

function stepsOf(instruction: Instruction): Step[] {
  const keyword = instruction.getKeyword();
  const content = instruction.getArgumentsContent() ?? "";
  if (keyword === "WORKDIR") return [{ do: "workdir", path: content }];
  if (keyword === "RUN") return [{ do: "run", command: content.replace(/^(?:--\S+\s+)+/, "") }];
  if (instruction instanceof Copy) return [copyOf(instruction)];
  if (elsewhere.includes(keyword)) return [];
  throw new Error(`The Dockerfile has ${keyword}, which this script does not support.`);
}

function copyOf(copy: Copy): Step {
  const paths = copy.getArguments().map((one) => one.getValue());
  return {
    do: "copy",
    from: flagOf(copy, "from"),
    owner: flagOf(copy, "chown"),
    sources: paths.slice(0, -1),
    to: paths.at(-1)!,
  };
}

function startOf(instructions: readonly Instruction[]): Start {
  const one = (keyword: string) => instructions.findLast((each) => each.getKeyword() === keyword);
  const words = (keyword: string) => wordsOf(one(keyword), keyword);
  return {
    command: [...words("ENTRYPOINT"), ...words("CMD")],
    user: one("USER")?.getArgumentsContent() ?? "0:0",
    env: Object.fromEntries(
      instructions
        .filter((each) => each.getKeyword() === "ENV")
        .map((each) => (each.getArgumentsContent() ?? "").split("=", 2) as [string, string]),
    ),
    health: words("HEALTHCHECK"),
  };
}

/** The words of the exec form. In the shell form, the shell would receive the signals. */
function wordsOf(instruction: Instruction | undefined, keyword: string): string[] {
  const list = /\[.*\]$/.exec(instruction?.getArgumentsContent() ?? "")?.[0];
  if (list === undefined)
    throw new Error(`${keyword} must be a list of words, as in ["node", "server.mjs"].`);
  return JSON.parse(list) as string[];
}

function flagOf(instruction: ModifiableInstruction, name: string): string | undefined {
  return (
    instruction
      .getFlags()
      .find((flag) => flag.getName() === name)
      ?.getValue() ?? undefined
  );
}
