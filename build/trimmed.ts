import type { Plugin } from "esbuild";

/** What libraries bring along that nothing here uses, and what stands in the bundle instead. */
const INSTEAD: readonly (readonly [file: RegExp, contents: string])[] = [
  // zod's messages in forty languages, a third of all that a server has to load; ours are our own words.
  [/[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/, `export { default as en } from "./en.js";`],
  // The SDK's validator of JSON Schema: each server is given one of ours. Importing node:process would read every
  // property of the process.
  [
    /[\\/]@modelcontextprotocol[\\/]server[\\/]dist[\\/]shimsNode\.mjs$/,
    `export class DefaultJsonSchemaValidator {}
    const { process } = globalThis;
    export { process };`,
  ],
  // How wide a terminal shows a text: V8 loads tables of all scripts for it, and the help of commands is ASCII.
  [/[\\/]string-width[\\/]index\.js$/, `export default (text) => text.length;`],
  // Half a megabyte of tables for other encodings, which the SDK's old transport reads bodies with; MCP is UTF-8.
  [/[\\/]iconv-lite[\\/]encodings[\\/](sbcs|dbcs)-data(-generated)?\.js$/, `module.exports = {};`],
];

/** Leaves out of the bundle what a start would pay for in vain. */
export const trimmed: Plugin = {
  name: "trimmed",
  setup({ onLoad }) {
    for (const [filter, contents] of INSTEAD) onLoad({ filter }, () => ({ contents, loader: "js" }));
  },
};
