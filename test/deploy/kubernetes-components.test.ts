import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";

/* Parts of the deployment that an overlay can add. */
const FOLDER = join(import.meta.dirname, "../../deploy/kubernetes");
const read = async (path: string) => parse(await readFile(join(FOLDER, path), "utf8"));
const deployment = await read("deployment.yaml");
const autoscaler = await read("components/autoscaling/autoscaler.yaml");
const monitor = await read("components/prometheus-operator/pod-monitor.yaml");
const [container] = deployment.spec.template.spec.containers;

const run = promisify(execFile);
const hasKubectl = await run("kubectl", ["kustomize", FOLDER]).then(
  () => true,
  ({ code }: { code: unknown }) => code !== "ENOENT",
);
if (!hasKubectl)
  console.warn("SKIPPED: kubectl isn't installed, so the components are not put together by kustomize.");

describe("the components", () => {
  it("scale the deployment by processor time, and never below what the disruption budget needs", async () => {
    expect(() => new HorizontalPodAutoscaler(autoscaler).validate()).not.toThrow();
    const { scaleTargetRef, minReplicas, maxReplicas } = autoscaler.spec;
    const { apiVersion, kind, metadata } = deployment;
    expect(scaleTargetRef).toEqual({ apiVersion, kind, name: metadata.name });
    expect(minReplicas).toBe(deployment.spec.replicas);
    expect(minReplicas).toBeGreaterThan((await read("disruption-budget.yaml")).spec.minAvailable);
    expect(maxReplicas).toBeGreaterThan(minReplicas);
  });

  it("scrape the metrics port of all pods", () => {
    const { selector, podMetricsEndpoints } = monitor.spec;
    expect(selector.matchLabels).toEqual(deployment.spec.template.metadata.labels);
    const ports = container.ports.map(({ name }: { name: string }) => name);
    expect(podMetricsEndpoints).toEqual([{ port: "metrics", path: "/metrics" }]);
    expect(ports).toContain("metrics");
  });

  it.runIf(hasKubectl)("are built by kustomize with the base", async () => {
    const folder = await mkdtemp(join(tmpdir(), "standpipe-overlay-"));
    await symlink(FOLDER, join(folder, "base"));
    const overlay = {
      apiVersion: "kustomize.config.k8s.io/v1beta1",
      kind: "Kustomization",
      resources: ["base"],
      components: ["base/components/autoscaling", "base/components/prometheus-operator"],
    };
    await writeFile(join(folder, "kustomization.yaml"), JSON.stringify(overlay));
    const { stdout } = await run("kubectl", ["kustomize", folder]);
    const made = parseAllDocuments(stdout).map((one) => one.toJS());
    const kinds = made.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["HorizontalPodAutoscaler", "PodMonitor", "Deployment"]));
    expect(made.find(({ kind }) => kind === "Deployment").spec.replicas).toBeUndefined();
    await rm(folder, { recursive: true });
  });
});
