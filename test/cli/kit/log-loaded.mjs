import fs from "node:fs";
import Module, { syncBuiltinESMExports } from "node:module";

/*
 * Preloaded into a process, this appends to the file in LOADED the path of each file that the process reads, and the name
 * of each module of Node that it requires.
 */
const log = (text) => fs.appendFileSync(process.env.LOADED, `${text}\n`);

const { readFileSync } = fs;
fs.readFileSync = (path, ...options) => {
  log(path);
  return readFileSync(path, ...options);
};
syncBuiltinESMExports();

const { _load: load } = Module;
Module._load = (name, ...rest) => {
  if (name.startsWith("node:")) log(name);
  return load(name, ...rest);
};
