#!/usr/bin/env node
// The entry of the bundle. It has no static imports, so that an old Node reaches this message.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major > 20 || (major === 20 && minor >= 19)) void import("./main.js");
else {
  console.error(
    `standpipe: Standpipe needs Node 20.19 or later; this is Node ${process.versions.node}. Install a newer Node.`,
  );
  process.exitCode = 1;
}
