/**
 * The allowed contents of each position in an OpenAPI document. An import drops all keywords that are not in this table:
 * prose (`description`, `summary`, `title`, `example`, …) and `x-*`. A property, header or parameter with such a name
 * is a key of a map, so it stays.
 */
export type AllowedContent =
  /** A plain value, such as `type`, `default` or `enum`. */
  | "fact"
  /** Prose that OpenAPI requires: an empty string. */
  | "blank"
  /** Names of fields, in an order that means nothing. */
  | "names"
  /** The name of a schema or a reference to it, as `discriminator.mapping` holds them. */
  | "schemaName"
  | ObjectKind
  | { readonly list: AllowedContent }
  /** Values by any name; an `x-` name is an extension, and not carried, only where `extensible` says so. */
  | { readonly map: AllowedContent; readonly extensible?: true };

export type ObjectKind = keyof typeof allowedInObjects;

const schemas = { list: "Schema" } as const;
const schemaMap = { map: "Schema" } as const;

/** The keywords of all OpenAPI and JSON Schema objects, in the order in which an import writes them. */
const allowedInObjects = {
  Document: {
    openapi: "fact",
    jsonSchemaDialect: "fact",
    info: "Info",
    servers: { list: "Server" },
    security: "fact",
    tags: { list: "Tag" },
    paths: { map: "PathItem", extensible: true },
    webhooks: { map: "PathItem" },
    components: "Components",
  },
  Info: { title: "fact", version: "fact" },
  Server: { url: "fact", variables: { map: "ServerVariable" } },
  ServerVariable: { enum: "fact", default: "fact" },
  Tag: { name: "fact" },
  Components: {
    schemas: { map: "Schema" },
    parameters: { map: "Parameter" },
    requestBodies: { map: "RequestBody" },
    responses: { map: "Response" },
    headers: { map: "Header" },
    links: { map: "Link" },
    callbacks: { map: "Callback" },
    securitySchemes: { map: "SecurityScheme" },
  },
  PathItem: {
    servers: { list: "Server" },
    parameters: { list: "Parameter" },
    get: "Operation",
    put: "Operation",
    post: "Operation",
    delete: "Operation",
    patch: "Operation",
    options: "Operation",
    head: "Operation",
    trace: "Operation",
  },
  Operation: {
    operationId: "fact",
    tags: "fact",
    deprecated: "fact",
    servers: { list: "Server" },
    security: "fact",
    parameters: { list: "Parameter" },
    requestBody: "RequestBody",
    responses: { map: "Response", extensible: true },
    callbacks: { map: "Callback" },
  },
  Parameter: {
    name: "fact",
    in: "fact",
    required: "fact",
    deprecated: "fact",
    allowEmptyValue: "fact",
    style: "fact",
    explode: "fact",
    allowReserved: "fact",
    schema: "Schema",
    content: { map: "MediaType" },
    // OpenAPI 3 has no style for a list that is joined by tabs, as Swagger 2.0 has.
    "x-collectionFormat": "fact",
  },
  Header: {
    required: "fact",
    deprecated: "fact",
    style: "fact",
    explode: "fact",
    schema: "Schema",
    content: { map: "MediaType" },
  },
  RequestBody: { required: "fact", content: { map: "MediaType" } },
  MediaType: { schema: "Schema", encoding: { map: "Encoding" } },
  Encoding: {
    contentType: "fact",
    headers: { map: "Header" },
    style: "fact",
    explode: "fact",
    allowReserved: "fact",
    "x-collectionFormat": "fact",
  },
  Response: {
    description: "blank",
    headers: { map: "Header" },
    content: { map: "MediaType" },
    links: { map: "Link" },
  },
  Link: {
    operationRef: "fact",
    operationId: "fact",
    parameters: "fact",
    requestBody: "fact",
    server: "Server",
  },
  Callback: { "*": { map: "PathItem", extensible: true } },
  SecurityScheme: {
    type: "fact",
    name: "fact",
    in: "fact",
    scheme: "fact",
    bearerFormat: "fact",
    flows: { map: "OAuthFlow", extensible: true },
    openIdConnectUrl: "fact",
  },
  OAuthFlow: {
    authorizationUrl: "fact",
    tokenUrl: "fact",
    refreshUrl: "fact",
    scopes: { map: "blank" },
  },
  Schema: {
    $schema: "fact",
    $anchor: "fact",
    $dynamicAnchor: "fact",
    $dynamicRef: "fact",
    type: "fact",
    format: "fact",
    nullable: "fact",
    enum: "fact",
    const: "fact",
    default: "fact",
    deprecated: "fact",
    readOnly: "fact",
    writeOnly: "fact",
    multipleOf: "fact",
    minimum: "fact",
    exclusiveMinimum: "fact",
    maximum: "fact",
    exclusiveMaximum: "fact",
    minLength: "fact",
    maxLength: "fact",
    pattern: "fact",
    contentEncoding: "fact",
    contentMediaType: "fact",
    contentSchema: "Schema",
    minItems: "fact",
    maxItems: "fact",
    uniqueItems: "fact",
    prefixItems: schemas,
    items: "Schema",
    unevaluatedItems: "Schema",
    contains: "Schema",
    minContains: "fact",
    maxContains: "fact",
    minProperties: "fact",
    maxProperties: "fact",
    required: "names",
    dependentRequired: { map: "names" },
    propertyNames: "Schema",
    properties: schemaMap,
    patternProperties: schemaMap,
    additionalProperties: "Schema",
    unevaluatedProperties: "Schema",
    dependentSchemas: schemaMap,
    allOf: schemas,
    anyOf: schemas,
    oneOf: schemas,
    not: "Schema",
    if: "Schema",
    then: "Schema",
    else: "Schema",
    discriminator: "Discriminator",
    xml: "Xml",
    $defs: schemaMap,
  },
  Discriminator: { propertyName: "fact", mapping: { map: "schemaName" } },
  Xml: {
    name: "fact",
    namespace: "fact",
    prefix: "fact",
    attribute: "fact",
    wrapped: "fact",
    nodeType: "fact",
  },
} as const;

/** What a keyword may hold, and its place in the order that an import writes. */
export interface Keyword {
  readonly content: AllowedContent;
  readonly rank: number;
}

/** The keywords of one kind of object; under `*` an object that is itself a map. */
export function keywordsOf(kind: ObjectKind): ReadonlyMap<string, Keyword> {
  return keywords[kind];
}

/** The keywords of one kind of object that are written as an empty string. */
export function blanksOf(kind: ObjectKind): readonly string[] {
  return blanks[kind];
}

/** The section of `components` for objects of this kind; undefined if there is none. */
export function sectionOf(kind: ObjectKind): string | undefined {
  return sections[kind];
}

const sections: Readonly<Partial<Record<ObjectKind, string>>> = {
  Schema: "schemas",
  Parameter: "parameters",
  RequestBody: "requestBodies",
  Response: "responses",
  Header: "headers",
  Link: "links",
  Callback: "callbacks",
  SecurityScheme: "securitySchemes",
};

const keywords = mapValues(allowedInObjects, (contents) => {
  const entries = Object.entries<AllowedContent>(contents);
  return new Map(entries.map(([key, content], rank) => [key, { content, rank }]));
});

const blanks = mapValues(keywords, (all) =>
  [...all].filter(([, { content }]) => content === "blank").map(([key]) => key),
);

function mapValues<K extends string, V, W>(from: Readonly<Record<K, V>>, to: (value: V) => W): Record<K, W> {
  const entries = Object.entries<V>(from).map(([key, value]) => [key, to(value)] as const);
  return Object.fromEntries(entries) as Record<K, W>;
}
