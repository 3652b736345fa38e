import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { packExtension } from "@anthropic-ai/mcpb";
import { api } from "../generated/firehydrant/index.js";
import { createRegistry } from "../runtime/index.js";

/**
 * Packs the desktop bundle: a manifest, an icon, and the files for `standpipe serve`. In Claude Desktop and others, a
 * double click installs it and asks for the key.
 * @param root the project's folder, with a built `dist/`
 * @param into the folder for the bundle
 * @returns the bundle's name
 * @throws Error if the manifest is invalid
 */
export async function packDesktopBundle(root: string, into: string, version: string): Promise<string> {
  const name = `standpipe-${version}.mcpb`;
  const folder = await mkdtemp(join(tmpdir(), "standpipe-desktop-"));
  try {
    const manifest = JSON.parse(await readFile(join(root, "deploy/mcpb/manifest.json"), "utf8")) as object;
    const complete = { ...manifest, version, tools: listedTools(), tools_generated: true };
    await writeFile(join(folder, "manifest.json"), JSON.stringify(complete, undefined, 2));
    await cp(join(root, "deploy/mcpb/icon.png"), join(folder, "icon.png"));
    await cp(join(root, "LICENSE"), join(folder, "LICENSE"));
    await cp(join(root, "dist"), join(folder, "dist"), { recursive: true, filter: isServed });
    const isPacked = await packExtension({
      extensionPath: folder,
      outputPath: join(into, name),
      silent: true,
    });
    if (!isPacked) throw new Error("The desktop bundle could not be packed.");
    return name;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A desktop application does not generate, and has a Node of its own, for which no code is compiled. */
function isServed(path: string): boolean {
  return basename(path) !== "server-kit.mjs" && !path.endsWith(".compiled");
}

/** The tools that the installer shows. The real list comes from the running server. */
function listedTools(): { name: string; description: string }[] {
  return createRegistry(api.catalogue).listed.map(({ name, title }) => ({ name, description: title }));
}
