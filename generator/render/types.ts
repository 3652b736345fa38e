import { createRequire } from "node:module";
import type * as openapiTypescript from "openapi-typescript";
import type * as typescript from "typescript";
import type { Memo } from "../model/memo.js";
import type { OpenApiDocument } from "../normalise/raw.js";

/** The API's types by openapi-typescript, as the text of `api.d.ts`. Files are typed as arguments carry them. */
export async function renderTypes(document: OpenApiDocument, memo: Memo): Promise<string> {
  return memo("api.d.ts 2", JSON.stringify(document), async () => {
    const { default: typesOf, astToString } = require("openapi-typescript") as typeof openapiTypescript;
    const ts = require("typescript") as typeof typescript;
    const file = ts.factory.createTypeReferenceNode("FileArgument");
    const nodes = await typesOf(document as never, {
      emptyObjectsUnknown: true,
      defaultNonNullable: false,
      silent: true,
      inject: FILE_ARGUMENT,
      transform: (schema) => {
        if (schema.format !== "binary") return undefined;
        return schema.nullable
          ? ts.factory.createUnionTypeNode([file, ts.factory.createLiteralTypeNode(ts.factory.createNull())])
          : file;
      },
    });
    return `${HEADER}${astToString(nodes)}`;
  });
}

/** An import of such large CommonJS takes twice as long, for it is searched for names first. */
const require = createRequire(import.meta.url);

const HEADER = `// Generated from the contract by \`make generate\`: the API's types, by openapi-typescript. Do not edit.\n`;
const FILE_ARGUMENT = `interface FileArgument { filename?: string; content_type?: string; content_base64: string }`;
