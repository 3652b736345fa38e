import { createRequire } from "node:module";
import type { astToString, GlobalContext, OpenAPI3, OpenAPITSOptions } from "openapi-typescript";
import type * as typescript from "typescript";
import type { Memo } from "../model/memo.js";
import type { OpenApiDocument } from "../normalise/raw.js";

/** The API's types by openapi-typescript, as the text of `api.d.ts`. Files have the type of their argument. */
export async function renderTypes(document: OpenApiDocument, memo: Memo): Promise<string> {
  const input = JSON.stringify(document);
  return memo("api.d.ts", input, async () => {
    const { transform, discriminatorsOf, resolve, print } = loadParts();
    // openapi-typescript changes its input, so it gets a copy.
    const copy = JSON.parse(input) as OpenAPI3;
    const nodes = transform(copy, {
      ...OPTIONS,
      transform: fileType(),
      // openapi-typescript adds texts to this list.
      injectFooter: [],
      discriminators: discriminatorsOf(copy, { silent: true }),
      resolve: <T>(reference: string) => resolve(copy, reference, { silent: true }) as T | undefined,
    });
    return `${HEADER}${print(nodes)}`;
  });
}

/**
 * The parts of openapi-typescript. Its entry point first checks and bundles the document with a library that takes three
 * times as long as the rest. The contract is already bundled, so only the other parts are loaded.
 */
function loadParts() {
  const utilities = require("openapi-typescript/dist/lib/utils.cjs") as {
    scanDiscriminators(document: OpenAPI3, options: OpenAPITSOptions): GlobalContext["discriminators"];
    resolveRef(document: OpenAPI3, reference: string, options: OpenAPITSOptions): unknown;
  };
  return {
    transform: require("openapi-typescript/dist/transform/index.cjs") as (
      document: OpenAPI3,
      context: Omit<GlobalContext, "redoc">,
    ) => typescript.Node[],
    discriminatorsOf: utilities.scanDiscriminators,
    resolve: utilities.resolveRef,
    print: (require("openapi-typescript/dist/lib/ts.cjs") as { astToString: typeof astToString }).astToString,
  };
}

/** `import` takes twice as long for such a large CommonJS package, because it scans it for export names. */
const require = createRequire(import.meta.url);

function fileType(): OpenAPITSOptions["transform"] {
  const ts = require("typescript") as typeof typescript;
  const file = ts.factory.createTypeReferenceNode("FileArgument");
  const text = ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword);
  const nothing = ts.factory.createLiteralTypeNode(ts.factory.createNull());
  return ({ format, nullable }, { path = "" }) => {
    if (format !== "binary") return undefined;
    const kinds = [file, ...(isFile(path) ? [] : [text]), ...(nullable ? [nothing] : [])];
    return kinds.length === 1 ? file : ts.factory.createUnionTypeNode(kinds);
  };
}

/** Binary data is a text in JSON and in text forms. A named schema may be used in any body. */
function isFile(path: string): boolean {
  const media = /\/content\/([^/]+)/.exec(path)?.[1] ?? "json";
  return !/json|urlencoded|^text~1/.test(media);
}

const HEADER = `// Generated from the contract by \`make generate\`: the API's types, by openapi-typescript. Do not edit.\n`;
const FILE_ARGUMENT = `interface FileArgument { filename?: string; content_type?: string; content_base64: string }`;

/** The default options, except for the first four. */
const OPTIONS = {
  emptyObjectsUnknown: true,
  defaultNonNullable: false,
  silent: true,
  inject: FILE_ARGUMENT,
  additionalProperties: false,
  alphabetize: false,
  arrayLength: false,
  conditionalEnums: false,
  dedupeEnums: false,
  enum: false,
  enumValues: false,
  excludeDeprecated: false,
  exportType: false,
  generatePathParams: false,
  immutable: false,
  makePathsEnum: false,
  pathParamsAsTypes: false,
  propertiesRequiredByDefault: false,
  readWriteMarkers: false,
  rootTypes: false,
  rootTypesKeepCasing: false,
  rootTypesNoSchemaPrefix: false,
  postTransform: undefined,
  transformProperty: undefined,
} as const;
