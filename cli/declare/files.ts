import { readdir, readFile, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { isNode, LineCounter, parseDocument, type Document } from "yaml";
import { faultsOf } from "../../gateway/api/validation.js";
import { declaration, type Declaration } from "../../gateway/declare/declaration.js";
import { CommandError } from "../command/errors.js";

/** What files declare together. */
export interface DeclaredFiles {
  /** The name of the file or the folder. */
  readonly source: string;
  readonly declaration: Declaration;
  /** The files, to find what their paths refer to. */
  readonly paths: readonly string[];
}

const MOST_BYTES = 1_000_000;

/**
 * Reads a file, or all YAML files of a folder as one.
 * @throws CommandError with all faults of all files, each with its line
 */
export async function readDeclaration(path: string): Promise<DeclaredFiles> {
  const paths = await filesAt(path);
  const read = await Promise.all(paths.map(async (one) => parseFile(one, await textOf(one))));
  const faults = read.flatMap((one) => one.faults);
  if (faults.length > 0) throw new CommandError(`${faults.join("\n")}\nNothing was changed.`);
  const files = read.map((one) => one.declaration!);
  return {
    source: basename(path),
    paths,
    declaration: {
      accounts: files.flatMap(({ accounts = [] }) => accounts),
      servers: files.flatMap(({ servers = [] }) => servers),
      roles: files.flatMap(({ roles = [] }) => roles),
    },
  };
}

async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new CommandError(`${path} does not exist. Pass a file, or a folder of YAML files.`);
  if (!found.isDirectory()) return [path];
  const names = (await readdir(path)).filter((name) => /\.ya?ml$/.test(name)).sort();
  if (names.length === 0) throw new CommandError(`${path} has no YAML file. Pass a file, or another folder.`);
  return names.map((name) => join(path, name));
}

async function textOf(path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new CommandError(`${path} can't be read (${error.code}).`);
  });
  if (text.length <= MOST_BYTES) return text;
  throw new CommandError(`${path} has more than 1 MB. Divide it into files of one folder.`);
}

function parseFile(path: string, text: string): { declaration?: Declaration; faults: string[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const at = (offset: number) => `${path}:${lineCounter.linePos(offset).line}`;
  if (document.errors.length > 0)
    return { faults: document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`) };
  const checked = declaration.safeParse(document.toJS() ?? {});
  if (checked.success) return { declaration: checked.data, faults: [] };
  const faults = checked.error.issues.flatMap((issue) =>
    faultsOf("json", { issues: [issue] }).map((fault) => `${at(offsetOf(document, issue.path))}: ${fault}`),
  );
  return { faults };
}

/** Where a value begins; the nearest one above if it is missing. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
