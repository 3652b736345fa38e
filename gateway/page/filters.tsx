/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";

interface FiltersProps {
  /** The page that the filters are of. */
  readonly path: string;
  readonly children: Child;
}

/** A form of filters, whose values stay in the address. */
export function Filters({ path, children }: FiltersProps) {
  return (
    <form class="card filters" method="get" action={path} role="search">
      {children}
      <div class="row">
        <button class="primary">Search</button>
        <a href={path}>Clear</a>
      </div>
    </form>
  );
}

interface SelectFilterProps {
  readonly name: string;
  readonly label: string;
  readonly now: string | undefined;
  readonly options: Iterable<readonly [value: string, words: string]>;
  readonly isWide?: boolean;
}

export function SelectFilter({ name, label, now = "", options, isWide = false }: SelectFilterProps) {
  return (
    <div class={isWide ? "field wide" : "field"}>
      <label for={`by-${name}`}>{label}</label>
      <select id={`by-${name}`} name={name}>
        {[...options].map(([value, words]) => (
          <option value={value} selected={value === now}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TextFilterProps {
  readonly name: string;
  readonly label: string;
  readonly now: string | undefined;
  readonly type?: string;
  readonly isWide?: boolean;
}

export function TextFilter({ name, label, now, type = "text", isWide = false }: TextFilterProps) {
  return (
    <div class={isWide ? "field wide" : "field"}>
      <label for={`by-${name}`}>{label}</label>
      <input id={`by-${name}`} name={name} type={type} value={now} />
    </div>
  );
}
