import { suggestion } from "../../runtime/index.js";
import { UsageError } from "./errors.js";
import { exitCodeOf } from "./failure.js";
import { quoted, type Flags, type Values } from "./flags.js";
import { parse, type Form } from "./parse.js";

/** A command, or an action of one, that does something. */
export interface Command {
  readonly form: Form;
  /** Does what is asked for; the exit code of the process. What the person can fix is printed on stderr. */
  run(argv: readonly string[]): Promise<number>;
}

/** A command that has actions, such as `server create`. */
export interface CommandGroup extends Pick<Command, "run"> {
  readonly actions: Readonly<Record<string, Command>>;
}

interface Definition<Of extends Flags, Argument extends string> extends Form<Of> {
  readonly argument?: Argument;
  /** The exit code where the person can fix what is wrong; 1 unless it is given. */
  readonly failure?: number;
  /** Does the work; the exit code, 0 for none. */
  run(flags: Values<Of>, argument: ArgumentOf<Argument>): Promise<number | void> | number | void;
}

type ArgumentOf<Argument extends string> = Argument extends `<${string}>` ? string : string | undefined;

/** The one way to make a command: its flags are read, and its faults printed, in the same way everywhere. */
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
  /** With the program: `standpipe server`. */
  readonly name: string;
  readonly actions: Readonly<Record<string, Command>>;
  /** The action that runs where none is named. */
  readonly usual?: string;
  /** What is said below the list of actions. */
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
