import type { Memo } from "../model/memo.js";
import type { OpenApiDocument } from "../normalise/raw.js";

/** The API's types by openapi-typescript, as the text of `api.d.ts`. Files are typed as arguments carry them. */
export async function renderTypes(document: OpenApiDocument, memo: Memo): Promise<string> {
  return memo("api.d.ts 2", JSON.stringify(document), async () => {
    const { default: openapiTypescript, astToString } = await import("openapi-typescript");
    const { default: ts } = await import("typescript");
    const file = ts.factory.createTypeReferenceNode("FileArgument");
    const nodes = await openapiTypescript(document as never, {
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

const HEADER = `// Generated from the contract by \`make generate\`: the API's types, by openapi-typescript. Do not edit.\n`;
const FILE_ARGUMENT = `interface FileArgument { filename?: string; content_type?: string; content_base64: string }`;
