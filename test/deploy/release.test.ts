/* The files are packed once for all tests of a release. */
import "./packed/workflow.js";
import "./packed/package.js";
import "./packed/desktop.js";
import "./packed/entry.js";
