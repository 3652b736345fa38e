import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";
import { bridgeScript } from "../gateway/clients/desktop/bridge-script.js";
import { readTemplates } from "../cli/generate/templates.js";

/** Texts that the project reads from its folders, bundled: the page's and the templates. */
export const held: Plugin = {
  name: "held",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]gateway[\\/]page[\\/]read-asset\.ts$/ }, async ({ path }) => {
      const folder = join(dirname(path), "assets");
      const names = await readdir(folder);
      const texts = names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const);
      const assets = Object.fromEntries(await Promise.all(texts));
      return {
        contents: `const held = ${JSON.stringify(assets)};\nexport const readAsset = (name) => held[name];`,
      };
    });
    onLoad({ filter: /[\\/]clients[\\/]desktop[\\/]bridge-script\.ts$/ }, async () => ({
      contents: `export const bridgeScript = async () => ${JSON.stringify(await bridgeScript())};`,
    }));
    onLoad({ filter: /[\\/]cli[\\/]generate[\\/]templates\.ts$/ }, () => ({
      contents: `export const readTemplates = () => (${JSON.stringify(readTemplates())});`,
    }));
  },
};
