import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isSignedBy } from "../../../cli/verify/signature.js";
import { version } from "../../../cli/version.js";
import { parseSurfaceLock } from "../../../generator/render/surface-lock.js";
import type { SignedManifest } from "../../../runtime/index.js";
import { run, ROOT, signing, folder, release, workflow, stepsOf, runStep } from "./kit.js";

describe("the release workflow", () => {
  it("builds a package, a desktop bundle, a list of components, a registry entry and checksums of all", async () => {
    const names = await readdir(release);
    expect(names.sort()).toEqual([
      "SHA256SUMS",
      "server.json",
      `standpipe-${version}.cdx.json`,
      `standpipe-${version}.manifest.json`,
      `standpipe-${version}.mcpb`,
      `standpipe-${version}.tgz`,
    ]);
    const sums = await readFile(join(release, "SHA256SUMS"), "utf8");
    expect(
      sums
        .trim()
        .split("\n")
        .map((line) => line.split("  ")[1]),
    ).toEqual(names.filter((name) => name !== "SHA256SUMS"));
  });

  it("states what was built, signed by the key of the environment", async () => {
    const manifest = JSON.parse(
      await readFile(join(release, `standpipe-${version}.manifest.json`), "utf8"),
    ) as SignedManifest;
    const lock = await readFile(join(ROOT, "specs/firehydrant/surface.lock"), "utf8");
    expect(manifest.surfaces).toEqual({ firehydrant: parseSurfaceLock(lock).surface });
    expect(isSignedBy(manifest, signing.publicKey)).toBe(true);
  });

  it("packs a bundle that verify finds as reviewed and signed, with nothing unseen", async () => {
    const key = join(folder, "release-key.pem");
    await writeFile(key, signing.publicKey.export({ type: "spki", format: "pem" }));
    const bundle = join(folder, "clone/dist/standpipe.mjs");
    const args = [bundle, "verify", bundle, "--key", key, "--strict"];
    const { stdout } = await run(process.execPath, args, { cwd: join(folder, "clone") });
    expect(stdout).toMatch(/^\d+ tools of .*standpipe\.mjs compared with .*: all as reviewed\.\n$/);
  });

  it("fails if a checksum is wrong", async () => {
    const check = (await stepsOf("files")).find((step) => step.includes("sha256sum"))!;
    const entry = await readFile(join(release, "server.json"));
    await writeFile(join(release, "server.json"), "{}");
    await expect(runStep(check)).rejects.toMatchObject({ code: 1 });
    await writeFile(join(release, "server.json"), entry);
    await runStep(check);
  });

  it("fails if the tag does not match the version", async () => {
    const check = (await stepsOf("test")).find((step) => step.startsWith("test "))!;
    await runStep(check, `v${version}`);
    await expect(runStep(check, "v0.0.9")).rejects.toMatchObject({ code: 1 });
  });

  it("pushes an attested image for two platforms, and creates a release with the files", async () => {
    const told = await publish(`v${version}`);
    expect(told).toContain(" --platform linux/amd64,linux/arm64 ");
    expect(told).toContain(" --provenance=mode=max --sbom=true ");
    expect(told).toContain(
      ` --tag ghcr.io/example/standpipe:${version} --tag ghcr.io/example/standpipe:latest `,
    );
    expect(told).toMatch(
      new RegExp(`^gh release create v${version} .*release/standpipe-${version}.mcpb .* --latest$`, "m"),
    );
    const given = [...told.matchAll(/--build-arg (\w+)=\S/g)].map(([, name]) => name);
    const dockerfile = await readFile(join(ROOT, "deploy/Dockerfile"), "utf8");
    expect(given.filter((name) => !dockerfile.includes(`\nARG ${name}=`))).toEqual([]);
    expect(given).toHaveLength(5);
  });

  it("does not mark a release candidate as the latest", async () => {
    const told = await publish("v9.0.0-rc.1");
    expect(told).toContain("--tag ghcr.io/example/standpipe:9.0.0-rc.1 --push");
    expect(told).toMatch(/^gh release create v9\.0\.0-rc\.1 .* --prerelease$/m);
  });

  /** The publishing steps, with a `docker` and a `gh` that record their calls, and read a password that is piped. */
  async function publish(tag: string): Promise<string> {
    const bin = await mkdtemp(join(folder, "bin-"));
    for (const name of ["docker", "gh"]) {
      const script = [
        "#!/bin/sh",
        'case "$*" in *--password-stdin) cat >/dev/null ;; esac',
        `echo "${name} $*" >> "${bin}/told"`,
      ];
      await writeFile(join(bin, name), script.join("\n") + "\n", { mode: 0o755 });
    }
    for (const step of [...(await stepsOf("image")), ...(await stepsOf("publish"))])
      await runStep(step, tag, bin);
    return readFile(join(bin, "told"), "utf8");
  }

  it("gives write access only to the two publishing jobs, which run no dependencies", async () => {
    const { permissions, jobs } = await workflow();
    expect(permissions).toEqual({ contents: "read" });
    const writing = Object.entries(jobs).filter(([, job]) =>
      Object.values(job.permissions).includes("write"),
    );
    expect(writing.map(([name]) => name)).toEqual(["image", "publish"]);
    for (const [, job] of writing)
      expect(job.steps.filter((step) => /\bnp[mx]\b/.test(step.run ?? ""))).toEqual([]);
  });
});

describe("the list of components", () => {
  it("is valid CycloneDX, and lists everything that was bundled with a digest", async () => {
    const bom = JSON.parse(await readFile(join(release, `standpipe-${version}.cdx.json`), "utf8"));
    expect(bom).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { version } } });
    const listed = new Map<string, { hashes: object[] }>(
      bom.components.map((one: { name: string; group?: string; version: string; hashes: object[] }) => [
        `${one.name} ${one.version}`,
        one,
      ]),
    );
    const licences = await readFile(join(folder, "clone/dist/LICENCES.txt"), "utf8");
    const bundled = [...licences.matchAll(/^(@?[\w./-]+ \d+\.\d+\.\d+\S*) \([^)]+\)$/gm)].map(
      ([, name]) => name!,
    );
    expect(bundled.length).toBeGreaterThan(50);
    expect(bundled.filter((name) => !listed.get(name)?.hashes.length)).toEqual([]);
  });
});
