import type { Plugin } from "esbuild";

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
  // zod's compiler of schemas, and its reader of JSON Schema.
  [
    /[\\/]zod[\\/]v4[\\/]core[\\/]compile\.js$/,
    `export const [INVALID, compile, withParser, ZodCompileAsyncError, ZodCompileUnsupportedError] = [];`,
  ],
  [/[\\/]zod[\\/]v4[\\/]classic[\\/]from-json-schema\.js$/, `export const fromJSONSchema = undefined;`],
  // Half a megabyte of tables for other encodings in the SDK's old transport. MCP is UTF-8.
  [/[\\/]iconv-lite[\\/]encodings[\\/](sbcs|dbcs)-data(-generated)?\.js$/, `module.exports = {};`],
];

/** Removes unused code from the bundle to speed up the start. */
export const trimmed: Plugin = {
  name: "trimmed",
  setup({ onLoad }) {
    for (const [filter, contents] of INSTEAD) onLoad({ filter }, () => ({ contents, loader: "js" }));
  },
};
