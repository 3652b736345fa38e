/**
 * The table of the command line. A line is written as in a shell: spaces separate, single quotes group, $NAME is a
 * value of the test. A good line must succeed. The message of a bad line must name the flag, the fault and the fix.
 */
export interface FlagRow {
  readonly good: string | Line;
  readonly bad: string | Line;
}

export interface Line {
  readonly line: string;
  /** Variables that differ from those of the test. */
  readonly env?: Readonly<Record<string, string>>;
  /** Stops a server once it has printed this. */
  readonly until?: RegExp;
  /** The exit code of a good line; 0. */
  readonly code?: number;
  /** What a bad line prints besides the flag, if it is not "See … --help.". */
  readonly fix?: RegExp;
}

export type CommandRows = Readonly<Record<string, FlagRow>>;

export const needsValue = (command: string, flag: string, good: string | Line): FlagRow => ({
  good,
  bad: `${command} --${flag}`,
});

/** A switch takes no value. */
export const toggle = (command: string, flag: string, good: string | Line): FlagRow => ({
  good,
  bad: `${command} --${flag}=maybe`,
});

/** Flags that every action has. */
export const admin = (action: string, url: string, json = url): CommandRows => ({
  url: { good: `${url} --url $URL`, bad: `${action} --url nonsense` },
  json: toggle(action, "json", `${json} --json`),
});
