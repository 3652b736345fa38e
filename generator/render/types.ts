import { createRequire } from "node:module";
import type * as openapiTypescript from "openapi-typescript";
import type { OpenAPI3 } from "openapi-typescript";
import type * as typescript from "typescript";
import type { Memo } from "../model/memo.js";
import type { OpenApiDocument } from "../normalise/raw.js";

/** The API's types by openapi-typescript, as the text of `api.d.ts`. Files have the type of their argument. */
export async function renderTypes(document: OpenApiDocument, memo: Memo): Promise<string> {
  const input = JSON.stringify(document);
  return memo("api.d.ts", input, async () => {
    const { default: typesOf, astToString } = require("openapi-typescript") as typeof openapiTypescript;
    const ts = require("typescript") as typeof typescript;
    const file = ts.factory.createTypeReferenceNode("FileArgument");
    const text = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
    const nothing = ts.factory.createLiteralTypeNode(ts.factory.createNull());
    // openapi-typescript changes its input, so it gets a copy.
    const nodes = await typesOf(JSON.parse(input) as OpenAPI3, {
      emptyObjectsUnknown: true,
      defaultNonNullable: false,
      silent: true,
      inject: FILE_ARGUMENT,
      transform: ({ format, nullable }, { path = "" }) => {
        if (format !== "binary") return undefined;
        const kinds = [file, ...(isFile(path) ? [] : [text]), ...(nullable ? [nothing] : [])];
        return kinds.length === 1 ? file : ts.factory.createUnionTypeNode(kinds);
      },
    });
    return `${HEADER}${astToString(nodes)}`;
  });
}

/** Binary data is a text in JSON and in text forms. A named schema may be used in any body. */
function isFile(path: string): boolean {
  const media = /\/content\/([^/]+)/.exec(path)?.[1] ?? "json";
  return !/json|urlencoded|^text~1/.test(media);
}

/** `import` takes twice as long for such a large CommonJS package, because it scans it for export names. */
const require = createRequire(import.meta.url);

const HEADER = `// Generated from the contract by \`make generate\`: the API's types, by openapi-typescript. Do not edit.\n`;
const FILE_ARGUMENT = `interface FileArgument { filename?: string; content_type?: string; content_base64: string }`;
