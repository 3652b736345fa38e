import description from "../package.json" with { type: "json" };

/** Standpipe's version. */
export const version: string = description.version;
