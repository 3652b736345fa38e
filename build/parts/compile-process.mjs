import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

/*
 * Runs a line of the bundle and keeps the compiled code of all parts that it loads. V8 takes compiled code only with the
 * flags that it had when the code was kept. So before the line sets flags, what was loaded until then is kept.
 */
const [loader, program, ...line] = process.argv.slice(2);
const { scripts, compiledName } = await import(loader);

function keep() {
  for (const [part, script] of scripts) {
    const file = compiledName(part);
    if (!existsSync(file)) writeFileSync(file, script.createCachedData());
  }
}

const v8 = createRequire(import.meta.url)("node:v8");
const { setFlagsFromString } = v8;
v8.setFlagsFromString = (flags) => {
  keep();
  setFlagsFromString(flags);
};
process.on("exit", keep);
process.argv = [process.execPath, program, ...line];
await import(program);
