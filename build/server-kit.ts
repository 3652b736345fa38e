/**
 * Everything in a generated server except its own modules. The product contains it, so that you can bundle a server
 * without the project's sources.
 */
export { serveGenerated } from "../cli/serve/generated.js";
export { digits } from "../runtime/contract/digits.js";
export { fileArgument } from "../runtime/contract/file-argument.js";
export { defineTool } from "../runtime/contract/tool.js";
export { z } from "zod";
