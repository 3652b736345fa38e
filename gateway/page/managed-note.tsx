/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { managedWords } from "../declare/managed-columns.js";

/** Says that a file declares it, so that people change it there. */
export function ManagedNote({ file }: { readonly file: string | null }) {
  return file === null ? <></> : <p class="soft">{managedWords(file)}</p>;
}
