import { record, type OpenApiDocument, type Raw } from "../../normalise/raw.js";
import { discriminatorsOf } from "./discriminators.js";
import { OperationTypes } from "./operation-types.js";
import { fileType } from "./named-types.js";
import { schemaType, type TypeContext } from "./schema-type.js";
import { commentOn } from "./type-comment.js";
import { member, NEVER, objectOf, STEP, type Type } from "./type-text.js";

/**
 * The API's types as the text of `api.d.ts`, in the form of openapi-typescript. Files have the type of their argument.
 * @throws Error if a reference of the document is not a JSON pointer
 */
export function renderTypes(document: OpenApiDocument): string {
  const footer = new Set<string>();
  const context: TypeContext = {
    document,
    discriminators: discriminatorsOf(document),
    need: (helper) => footer.add(HELPERS[helper]),
  };
  const operations = new OperationTypes(context, () => footer.add(""));
  const declared = [
    declaration("paths", pathMembers(record(document.paths), operations)),
    declaration("webhooks", pathMembers(record(document.webhooks), operations)),
    declaration("components", document.components ? componentMembers(document, operations, context) : ""),
    declaration("$defs", ""),
  ];
  const shared = declaration("operations", operations.named);
  // The empty text marks the place of the operations among the helpers.
  const after = footer.has("") ? [...footer].map((text) => text || shared) : [...footer, shared];
  return [HEADER, FILE_ARGUMENT, ...declared, ...after].join("");
}

function declaration(name: string, members: string): string {
  if (members === "") return `export type ${name} = Record<string, never>;\n`;
  return `export interface ${name} ${objectOf(members, "").text}\n`;
}

function pathMembers(items: Raw, operations: OperationTypes): string {
  return Object.entries(items)
    .filter(([, item]) => typeof item === "object" && item !== null)
    .map(([name, item]) => member({ name, type: operations.pathItem(record(item), STEP), indent: STEP }))
    .join("");
}

/** The sections of `components` that have types, in the order of openapi-typescript. */
function componentMembers(
  { components }: OpenApiDocument,
  operations: OperationTypes,
  context: TypeContext,
): string {
  const sections: Readonly<Record<string, (value: unknown, path: string) => Type>> = {
    schemas: (schema, path) => schemaType(schema, { path, media: undefined, indent: INNER }, context),
    responses: (response) => operations.response(record(response), INNER),
    parameters: (parameter) => operations.parameter(record(parameter), INNER),
    requestBodies: (body) => operations.body(record(body), INNER),
    headers: (header) => operations.header(record(header), INNER),
    pathItems: (item) => operations.pathItem(record(item), INNER),
  };
  return Object.entries(sections)
    .map(([section, typeOf]) => {
      const members = Object.entries(record(record(components)[section])).map(([name, value]) => {
        const path = `#/components/${section}/${name}`;
        const type = fileType(record(value), undefined) ?? typeOf(value, path);
        return member({ name, type, indent: INNER, comment: commentOn(value, INNER) });
      });
      const type = members.length === 0 ? NEVER : objectOf(members.join(""), STEP);
      return member({ name: section, type, indent: STEP });
    })
    .join("");
}

const INNER = STEP + STEP;

const HEADER = `// Generated from the contract by \`make generate\`: the API's types. Do not edit.\n`;

const FILE_ARGUMENT = `interface FileArgument {
    filename?: string;
    content_type?: string;
    content_base64: string;
}
`;

/** Types at the end of the file that others use. */
const HELPERS = {
  WithRequired: `type WithRequired<T, K extends keyof T> = T & {
    [P in K]-?: T[P];
};
`,
} as const;
