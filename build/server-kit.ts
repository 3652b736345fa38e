/**
 * All that a generated server is made of beside its own modules. The product holds it ready, so that a server can be
 * bundled where the project's sources are not.
 */
export { serveApis } from "../cli/serve/serve.js";
export { digits } from "../runtime/contract/digits.js";
export { fileArgument } from "../runtime/contract/file-argument.js";
export { defineTool } from "../runtime/contract/tool.js";
export { z } from "zod";
