import { suggestion } from "../../runtime/index.js";
import { UsageError } from "./errors.js";
import { exitCodeOf } from "./failure.js";
import { quoted, type Flags, type Values } from "./flags.js";
import { parse, type Form } from "./parse.js";

/** A command, or an action of a command, that does work. */
export interface Command {
  readonly form: Form;
  /** Runs it and returns the exit code of the process. Faults that the person can fix are printed on stderr. */
  run(argv: readonly string[]): Promise<number>;
}

/** A command that has actions, such as `server create`. */
export interface CommandGroup extends Pick<Command, "run"> {
  readonly actions: Readonly<Record<string, Command>>;
}

interface Definition<Of extends Flags, Argument extends string> extends Form<Of> {
  readonly argument?: Argument;
  /** The exit code for faults that the person can fix. Default 1. */
  readonly failure?: number;
  /** Does the work and returns the exit code; undefined means 0. */
  run(flags: Values<Of>, argument: ArgumentOf<Argument>): Promise<number | void> | number | void;
}

type ArgumentOf<Argument extends string> = Argument extends `<${string}>` ? string : string | undefined;

/** Defines a command. All commands read flags and print faults in the same way. */
export function defineCommand<const Of extends Flags, const Argument extends string = string>(
  definition: Definition<Of, Argument>,
): Command {
  const { name, failure = 1 } = definition;
  return {
    form: definition,
    async run(argv) {
      try {
        const { flags, argument } = parse(definition, argv);
        return (await definition.run(flags, argument as ArgumentOf<Argument>)) ?? 0;
      } catch (error) {
        return exitCodeOf(error, name, failure);
      }
    },
  };
}

interface GroupDefinition {
  /** Including the program: `standpipe server`. */
  readonly name: string;
  readonly actions: Readonly<Record<string, Command>>;
  /** The default action. */
  readonly usual?: string;
  /** The text below the list of actions. */
  readonly note: string;
}

export function defineGroup(group: GroupDefinition): CommandGroup {
  const { name, actions, usual } = group;
  return {
    actions,
    async run(argv) {
      const [first, ...rest] = argv;
      if (first !== undefined && Object.hasOwn(actions, first)) return actions[first]!.run(rest);
      if (usual !== undefined && (first === undefined || first.startsWith("-")))
        return actions[usual]!.run(argv);
      if (first === undefined || ["--help", "-h", "help"].includes(first)) {
        console.log(usageOf(group));
        return 0;
      }
      return exitCodeOf(unknownAction(first, group), name, 1);
    },
  };
}

function usageOf({ name, actions, note }: GroupDefinition): string {
  const rows = Object.entries(actions).map(
    ([action, { form }]) => [`${action} ${form.argument ?? ""}`, form.about.split("\n")[0]!] as const,
  );
  const width = Math.max(...rows.map(([call]) => call.length)) + 2;
  const lines = rows.map(([call, about]) => `  ${call.padEnd(width)}${about}`);
  return `${name} <action>\n\n${lines.join("\n")}\n\n${note}`;
}

function unknownAction(given: string, { name, actions }: GroupDefinition): UsageError {
  const names = Object.keys(actions);
  const near = suggestion(given, names);
  const hint = near === undefined ? `It has ${names.join(", ")}.` : `Did you mean ${near}?`;
  return new UsageError(`${name} has no action ${quoted(given)}. ${hint}`);
}
