/* The files are packed once for all tests of a release. */
import "./release/workflow.js";
import "./release/package.js";
import "./release/desktop.js";
import "./release/entry.js";
