/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Preset } from "../../../../runtime/index.js";

interface PresetsProps {
  readonly presets: readonly Preset[];
  /** The chosen one. */
  readonly now: string | undefined;
  /** The path of the form. */
  readonly here: string;
}

/** Usual choices that fill the form. */
export function Presets({ presets, now, here }: PresetsProps) {
  if (presets.length === 0) return null;
  return (
    <nav class="presets" aria-label="Presets">
      {presets.map(({ name, title, about }) => (
        <a class="card" href={`${here}?preset=${name}`} aria-current={name === now ? "true" : undefined}>
          <strong>{title}</strong>
          <span class="soft small">{about}</span>
        </a>
      ))}
    </nav>
  );
}
