import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { release } from "./kit.js";

describe("server.json", () => {
  /*
   * The facts of the registry's schema of 2025-12-11 and its rules for each kind of package, in our own words, because
   * no copy of the schema is available here.
   */
  const input = z.strictObject({
    name: z.string(),
    description: z.string(),
    isRequired: z.boolean().optional(),
    isSecret: z.boolean().optional(),
    choices: z.array(z.string()).optional(),
    default: z.string().optional(),
  });
  const common = {
    transport: z.strictObject({ type: z.enum(["stdio"]) }),
    runtimeHint: z.enum(["npx", "docker"]).optional(),
    packageArguments: z
      .array(z.strictObject({ type: z.literal("positional"), value: z.string() }))
      .optional(),
    environmentVariables: z.array(input).optional(),
  };
  const exact = z.string().regex(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  const schema = z.strictObject({
    $schema: z.literal("https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json"),
    name: z
      .string()
      .max(200)
      .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
    title: z.string().min(1).max(100),
    description: z.string().min(1).max(100),
    version: exact,
    repository: z.strictObject({ url: z.url(), source: z.literal("github") }),
    packages: z.array(
      z.discriminatedUnion("registryType", [
        z.strictObject({ registryType: z.literal("npm"), identifier: z.string(), version: exact, ...common }),
        // An image's version is only in its name.
        z.strictObject({
          registryType: z.literal("oci"),
          identifier: z.string().regex(/^ghcr\.io\/[a-z0-9._-]+\/[a-z0-9._-]+:[\w.-]+$/),
          ...common,
        }),
        z.strictObject({
          registryType: z.literal("mcpb"),
          identifier: z.url().regex(/^https:\/\/github\.com\/.*mcp/),
          version: exact,
          fileSha256: z.string().regex(/^[0-9a-f]{64}$/),
          ...common,
        }),
      ]),
    ),
  });

  it("is a valid entry for the registry of MCP servers, with this release's files", async () => {
    const entry = JSON.parse(await readFile(join(release, "server.json"), "utf8"));
    expect(schema.safeParse(entry).error).toBeUndefined();
    expect(entry.name).toBe("io.github.example/standpipe");
    const sums = await readFile(join(release, "SHA256SUMS"), "utf8");
    const bundle = entry.packages.find(
      ({ registryType }: { registryType: string }) => registryType === "mcpb",
    );
    expect(sums).toContain(`${bundle.fileSha256}  ${bundle.identifier.split("/").at(-1)}`);
  });
});
