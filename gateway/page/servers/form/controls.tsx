/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { FormGroup } from "../../../options/option.js";
import {
  serverOptions,
  simpleNames,
  type SimpleKind,
  type SimpleName,
  type SimpleOption,
} from "../../../options/options.js";
import { FieldFault, useFault } from "../../form-faults.js";
import { Choice } from "./choice.js";

interface ControlProps<Option = SimpleOption> {
  readonly name: SimpleName;
  readonly option: Option;
  readonly value: unknown;
  /** Values whose labels have an example: `canonical` → `create_incident`. */
  readonly examples?: Readonly<Record<string, string>>;
}

/** The names of the options in a part of the form. */
export function optionsIn(group: FormGroup, ...kinds: readonly SimpleKind[]): SimpleName[] {
  return simpleNames.filter((name) => {
    const option: SimpleOption = serverOptions[name];
    return option.group === group && kinds.includes(option.kind);
  });
}

/** The field of an option, by its kind. */
export function Control({ name, ...rest }: Omit<ControlProps, "option">) {
  const option: SimpleOption = serverOptions[name];
  return controls[option.kind]({ name, option: option as never, ...rest });
}

type OptionOf<Kind> = Extract<SimpleOption, { readonly kind: Kind }>;
type Controls = { readonly [Kind in SimpleKind]: (props: ControlProps<OptionOf<Kind>>) => Child };

const controls: Controls = {
  number: ({ name, option, value }) => (
    <div class="field">
      <label for={name}>{option.label}</label>
      <input
        id={name}
        name={name}
        type="number"
        min={option.least}
        max={option.most}
        step={option.step}
        value={value as number | undefined}
        placeholder={String(option.default)}
        {...useFault(name)}
      />
      <FieldFault id={name} />
    </div>
  ),
  choice: ({ name, option, value, examples = {} }) => (
    <>
      <p class="small">
        <strong>{option.label}</strong>
      </p>
      {Object.entries(option.choices).map(([one, words]) => (
        <Choice name={name} value={one} now={String(value)}>
          <>
            {words}
            {examples[one] && (
              <>
                : <code>{examples[one]}</code>
              </>
            )}
          </>
        </Choice>
      ))}
    </>
  ),
  toggle: ({ name, option, value }) => (
    <label class="choice">
      <input type="checkbox" name={name} value="yes" checked={value === true} />
      {option.label}
    </label>
  ),
  list: ({ name, option, value = [] }) => (
    <div class="field">
      <label for={name}>{option.label}</label>
      <input
        id={name}
        name={name}
        value={(value as string[]).join(", ")}
        placeholder={option.such}
        {...useFault(name)}
      />
      <FieldFault id={name} />
    </div>
  ),
};
