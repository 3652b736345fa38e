import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";
import constants from "undici/lib/llhttp/constants.js";

/** Unused parts of libraries, with their replacements in the bundle. */
const INSTEAD: readonly (readonly [file: RegExp, contents: string])[] = [
  // zod's messages in forty languages are a third of all code that a server loads. Ours are our own.
  [/[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/, `export { default as en } from "./en.js";`],
  // The SDK's validator of JSON Schema. Each server gets ours instead. Importing node:process would read all properties
  // of the process.
  [
    /[\\/]@modelcontextprotocol[\\/]server[\\/]dist[\\/]shimsNode\.mjs$/,
    `export class DefaultJsonSchemaValidator {}
    const { process } = globalThis;
    export { process };`,
  ],
  // The width of a text in a terminal. V8 loads tables of all scripts for it, but the help texts are ASCII.
  [/[\\/]string-width[\\/]index\.js$/, `export default (text) => text.length;`],
  // undici's fetch, caches and sockets, which the runtime does not use. They are a third of what the first call loads.
  [/[\\/]undici[\\/]index\.js$/, `module.exports = { Pool: require("./lib/dispatcher/pool") };`],
  // undici's HTTP/2, and the bodies of its fetch. The runtime sends texts and bytes over HTTP/1.1.
  [/[\\/]undici[\\/]lib[\\/](dispatcher[\\/]client-h2|web[\\/]fetch[\\/]body)\.js$/, `module.exports = {};`],
  // Of its parser's tables, only these two are used.
  [
    /[\\/]undici[\\/]lib[\\/]llhttp[\\/]constants\.js$/,
    `module.exports = ${JSON.stringify({ ERROR: constants.ERROR, TYPE: constants.TYPE })};`,
  ],
  // A second build of its parser, for processors with certain instructions. The first runs on all of them.
  [
    /[\\/]undici[\\/]lib[\\/]llhttp[\\/]llhttp_simd-wasm\.js$/,
    `module.exports = require("./llhttp-wasm.js");`,
  ],
  // zod's compiler of schemas, and its reader of JSON Schema.
  [
    /[\\/]zod[\\/]v4[\\/]core[\\/]compile\.js$/,
    `export const [INVALID, compile, withParser, ZodCompileAsyncError, ZodCompileUnsupportedError] = [];`,
  ],
  [/[\\/]zod[\\/]v4[\\/]classic[\\/]from-json-schema\.js$/, `export const fromJSONSchema = undefined;`],
  // Half a megabyte of tables for other encodings in the SDK's old transport. MCP is UTF-8.
  [/[\\/]iconv-lite[\\/]encodings[\\/](sbcs|dbcs)-data(-generated)?\.js$/, `module.exports = {};`],
];

/** zod's writers of JSON Schema. The catalogue has the schemas, and the SDK would only use them for tools that it registers. */
const UNUSED = /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-(processors|generator))\.js$/;

/** A module with the same names and no work. */
function emptied(text: string): string {
  const names = [...text.matchAll(/^export (?:const|function|class) (\w+)/gm)].map(
    ([, name]) => `none as ${name}`,
  );
  return `const none = () => undefined; export { ${names.join(", ")} };`;
}

/** Lines of libraries that load a part of Node which the runtime does not need, with their replacements. */
const LINES: readonly (readonly [file: RegExp, line: string, instead: string])[] = [
  // Only undici's fetch gives it such a body.
  [
    /[\\/]undici[\\/]lib[\\/]core[\\/]util\.js$/,
    "const { IncomingMessage } = require('node:http')",
    "const IncomingMessage = undefined",
  ],
  // Node's limit of a header. The runtime gives its own.
  [
    /[\\/]undici[\\/]lib[\\/]dispatcher[\\/]client\.js$/,
    "const http = require('node:http')",
    "const http = undefined",
  ],
];

/** Removes unused code from the bundle to speed up the start. */
export const trimmed: Plugin = {
  name: "trimmed",
  setup({ onLoad }) {
    for (const [filter, contents] of INSTEAD) onLoad({ filter }, () => ({ contents, loader: "js" }));
    onLoad({ filter: UNUSED }, async ({ path }) => ({
      contents: emptied(await readFile(path, "utf8")),
      loader: "js",
    }));
    for (const [filter, line, instead] of LINES)
      onLoad({ filter }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        if (!text.includes(line)) throw new Error(`${path} has changed. Adapt build/trimmed.ts to it.`);
        return { contents: text.replace(line, instead), loader: "js" };
      });
  },
};
