import { register } from "node:module";

/** Preloaded into a process, this appends the URL of each module that the process loads to the file in LOADED. */
const hooks = `import { appendFileSync } from "node:fs";
  export function load(url, context, next) {
    appendFileSync(process.env.LOADED, url + "\\n");
    return next(url, context);
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
