import { registryName, type Repository } from "./repository.js";

/** Facts of an entry that only a release knows. */
export interface Release {
  readonly version: string;
  readonly repository: Repository;
  /** The desktop bundle's file and its digest, in hexadecimal. */
  readonly bundle: { readonly name: string; readonly sha256: string };
}

/** `server.json`: the entry in the registry of MCP servers, by its schema of 2025-12-11. */
export function registryEntry({ version, repository, bundle }: Release): object {
  const image = `ghcr.io/${repository.owner}/${repository.name}`.toLowerCase();
  return {
    $schema: "https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json",
    name: registryName(repository),
    title: "Standpipe for FireHydrant",
    description:
      "All of FireHydrant's incident API: declare, page, change impact, post notes, review, measure.",
    repository: { url: repository.url, source: "github" },
    version,
    packages: [
      { registryType: "npm", identifier: "standpipe", version, runtimeHint: "npx", ...served },
      { registryType: "oci", identifier: `${image}:${version}`, runtimeHint: "docker", ...served },
      {
        registryType: "mcpb",
        identifier: `${repository.url}/releases/download/v${version}/${bundle.name}`,
        version,
        fileSha256: bundle.sha256,
        transport: { type: "stdio" },
      },
    ],
  };
}

/** How a client starts it, and the values that it asks its user for. */
const served = {
  transport: { type: "stdio" },
  packageArguments: [{ type: "positional", value: "serve" }],
  environmentVariables: [
    {
      name: "FIREHYDRANT_API_KEY",
      description: "A key of your FireHydrant account",
      isRequired: true,
      isSecret: true,
    },
    {
      name: "FIREHYDRANT_REGION",
      description: "Where the account is",
      choices: ["us", "eu"],
      default: "us",
    },
  ],
};
