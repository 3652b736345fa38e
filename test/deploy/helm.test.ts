import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ServiceMonitor } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/ServiceMonitor";
import { Deployment } from "kubernetes-models/apps/v1";
import { HorizontalPodAutoscaler } from "kubernetes-models/autoscaling/v2";
import { Job } from "kubernetes-models/batch/v1";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1";
import { ConfigMap, Service } from "kubernetes-models/v1";
import { beforeAll, describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { commands } from "../../cli/commands.js";
import { gaugeTable } from "../../gateway/ops/gauge-table.js";
import { readSettings } from "../../gateway/settings.js";
import { findHelm } from "./kit/helm.js";
import { misfits } from "./kit/kubernetes-types.js";

/* The chart, rendered by Helm, against the kustomize base that it reads and against the schemas of Kubernetes. */
const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");
const CHART = join(ROOT, "deploy/helm/standpipe");
const BASE = join(ROOT, "deploy/kubernetes");
const read = async (path: string) => parse(await readFile(path, "utf8"));
const url = "https://standpipe.example.com";
const helm = await findHelm().catch((error: Error) => console.warn(`SKIPPED: No Helm: ${error.message}`));

const models = {
  ConfigMap,
  Deployment,
  HorizontalPodAutoscaler,
  Job,
  NetworkPolicy,
  PodDisruptionBudget,
  Service,
  ServiceMonitor,
};
type Kind = keyof typeof models;
// A manifest as YAML has it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Manifest = Record<string, any> & { readonly kind: Kind };

async function render(values: readonly string[], release = "standpipe", chart = CHART): Promise<Manifest[]> {
  const flags = [`publicUrl="${url}"`, ...values].flatMap((value) => ["--set-json", value]);
  const { stdout } = await run(helm!, ["template", release, chart, ...flags]);
  return parseAllDocuments(stdout).map((one) => one.toJS() as Manifest);
}

const one = (manifests: readonly Manifest[], kind: Kind, name = "standpipe") =>
  manifests.find((each) => each.kind === kind && each["metadata"].name === name)!;
const podOf = (manifest: Manifest) => manifest["spec"].template.spec;
const everything = [
  'autoscaling={"enabled":true,"queue":{"enabled":true}}',
  'serviceMonitor={"enabled":true,"labels":{"release":"prometheus"}}',
  'secretSettings={"STANDPIPE_OIDC_CLIENT_SECRET":"oidc-client-secret"}',
  'settings={"STANDPIPE_AUDIT_DAYS":"30"}',
  'resources={"requests":{"cpu":"1"},"limits":{"memory":"1Gi"}}',
  'image={"repository":"registry.example.com/standpipe","tag":"1.2.3","pullSecrets":["registry"]}',
];

describe.runIf(helm !== undefined)("the Helm chart", () => {
  let usual: Manifest[];
  let all: Manifest[];
  beforeAll(async () => {
    [usual, all] = await Promise.all([render([]), render(everything)]);
  });

  it("passes helm lint, and has the version of the package", async () => {
    await run(helm!, ["lint", CHART, "--strict", "--set", `publicUrl=${url}`]);
    const { version } = await read(join(ROOT, "package.json"));
    expect(await read(join(CHART, "Chart.yaml"))).toMatchObject({ version, appVersion: version });
  });

  it("renders valid manifests without unknown fields, with each part on and off", () => {
    const kinds = new Set(all.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(Object.keys(models).sort());
    for (const manifest of [...usual, ...all])
      expect(() => new models[manifest.kind](manifest as never).validate(), manifest.kind).not.toThrow();
    expect(misfits([...usual, ...all]).flat()).toEqual([]);
  });

  it("says the same as the kustomize base, and lists what it adds", async () => {
    const { resources, images, configMapGenerator } = await read(join(BASE, "kustomization.yaml"));
    const base = await Promise.all(resources.map((name: string) => read(join(BASE, name))));
    const added = usual.filter(({ kind }) => !base.some((each) => each.kind === kind));
    expect(added.map(({ kind }) => kind).sort()).toEqual(["ConfigMap", "Job"]);
    for (const manifest of base as Manifest[]) {
      if (manifest.kind === "Deployment") {
        const { spec, metadata } = manifest["spec"].template;
        spec.containers[0].image = `${images[0].name}:${images[0].newTag}`;
        spec.containers[0].imagePullPolicy = "IfNotPresent";
        metadata.annotations = { "checksum/settings": expect.stringMatching(/^[\da-f]{64}$/) };
      }
      expect(withoutRelease(one(usual, manifest.kind))).toEqual(manifest);
    }
    const [{ literals }] = configMapGenerator;
    const settings = Object.fromEntries(literals.map((line: string) => line.split("=", 2)));
    expect(one(usual, "ConfigMap")["data"]).toEqual({ ...settings, STANDPIPE_MIGRATE: "false" });
  });

  it("scales by processor time as the component does, and by a metric of the gateway", async () => {
    const component = await read(join(BASE, "components/autoscaling/autoscaler.yaml"));
    const [plain] = [one(await render(['autoscaling={"enabled":true}']), "HorizontalPodAutoscaler")];
    expect(withoutRelease(plain)).toEqual(component);
    const [, queue] = one(all, "HorizontalPodAutoscaler")["spec"].metrics;
    expect(queue.pods.target).toEqual({ type: "AverageValue", averageValue: "100" });
    expect(Object.keys(gaugeTable)).toContain(queue.pods.metric.name.replace(/^standpipe_/, ""));
    expect(one(usual, "Deployment")["spec"].replicas).toBe(2);
    expect(one(all, "Deployment")["spec"].replicas).toBeUndefined();
  });

  it("updates the database in a Job with the secret alone, before the replicas that wait for it", () => {
    const job = one(usual, "Job", "standpipe-migration");
    const [container] = podOf(job).containers;
    const [gateway] = podOf(one(usual, "Deployment")).containers;
    expect(job["metadata"].annotations["helm.sh/hook"]).toBe("pre-install,pre-upgrade");
    expect(Object.keys(commands)).toEqual(expect.arrayContaining(container.args));
    for (const same of ["image", "env", "volumeMounts", "securityContext"])
      expect(container[same], same).toEqual(gateway[same]);
    expect(container.envFrom).toBeUndefined();
    expect(readSettings(one(usual, "ConfigMap")["data"]).migrates).toBe(false);
    const selected = Object.entries(one(usual, "Service")["spec"].selector);
    const labels = job["spec"].template.metadata.labels;
    expect(selected.every(([name, value]) => labels[name] === value)).toBe(false);
  });

  it("leaves the update to the replicas if the Job is off", async () => {
    const without = await render(['migrations={"enabled":false}']);
    expect(without.map(({ kind }) => kind)).not.toContain("Job");
    expect(readSettings(one(without, "ConfigMap")["data"]).migrates).toBe(true);
  });

  it("takes secrets only from the Secret's files, and changed settings replace the pods", () => {
    const [container] = podOf(one(all, "Deployment")).containers;
    expect(container.env.at(-1)).toEqual({
      name: "STANDPIPE_OIDC_CLIENT_SECRET_FILE",
      value: "/run/secrets/standpipe/oidc-client-secret",
    });
    expect(container.env.every(({ name }: { name: string }) => name.endsWith("_FILE"))).toBe(true);
    expect(container).toMatchObject({
      image: "registry.example.com/standpipe:1.2.3",
      resources: { limits: { memory: "1Gi" } },
    });
    const checksum = (manifests: Manifest[]) =>
      one(manifests, "Deployment")["spec"].template.metadata.annotations["checksum/settings"];
    expect(checksum(all)).not.toBe(checksum(usual));
  });

  it("scrapes each replica through a Service only for metrics", () => {
    const monitor = one(all, "ServiceMonitor");
    const service = one(all, "Service", "standpipe-metrics");
    expect(service["metadata"].labels).toMatchObject(monitor["spec"].selector.matchLabels);
    expect(service["spec"].selector).toEqual(one(all, "Service")["spec"].selector);
    const [{ port }] = monitor["spec"].endpoints;
    const [{ name, targetPort }] = service["spec"].ports;
    expect(port).toBe(name);
    const ports = podOf(one(all, "Deployment")).containers[0].ports;
    expect(ports.map((each: { name: string }) => each.name)).toContain(targetPort);
  });

  it("keeps two releases in one namespace apart", async () => {
    const other = await render([], "second");
    expect(one(other, "Deployment", "second-standpipe")).toBeDefined();
    const names = (manifests: Manifest[]) =>
      manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(names(usual).filter((name) => names(other).includes(name))).toEqual([]);
    const selector = (manifests: Manifest[], name: string) =>
      one(manifests, "Deployment", name)["spec"].selector.matchLabels;
    expect(selector(other, "second-standpipe")).not.toEqual(selector(usual, "standpipe"));
  });

  it.each([
    ["a missing publicUrl", ["--set", "publicUrl="], /publicUrl is missing\. Set it to the address/],
    ["a misspelt value", ["--set", "replica=3"], /replica/],
    ["a value of another type", ["--set", "replicas=two"], /replicas/],
    ["a variable that another value sets", ["--set", "settings.STANDPIPE_MIGRATE=true"], /STANDPIPE_MIGRATE/],
    ["a secret among the settings", ["--set", "secretSettings.STANDPIPE_PUBLIC_URL=x"], /secretSettings/],
  ])("refuses %s", async (_what, flags, says) => {
    const rendered = run(helm!, ["template", CHART, "--set", `publicUrl=${url}`, ...flags]);
    await expect(rendered).rejects.toThrow(says);
  });

  it("takes the values of the documentation", async () => {
    const page = await readFile(join(ROOT, "docs/deploying.md"), "utf8");
    const [, values] = /^```yaml\n(publicUrl:.*?)^```$/ms.exec(page)!;
    const flags = Object.entries(parse(values!) as object).map(
      ([name, value]) => `${name}=${JSON.stringify(value)}`,
    );
    const documented = await render(flags);
    expect(one(documented, "ConfigMap")["data"].STANDPIPE_PUBLIC_URL).toBe("https://standpipe.acme.example");
    expect(JSON.stringify(one(documented, "NetworkPolicy"))).toContain('"cidr":"10.20.30.0/24"');
    expect(one(documented, "ServiceMonitor")).toBeDefined();
  });

  it("is complete as an archive, which has the base inside", async () => {
    const folder = await mkdtemp(join(tmpdir(), "standpipe-chart-"));
    await run(helm!, ["package", CHART, "--destination", folder]);
    const [archive] = await readdir(folder);
    expect(await render(everything, "standpipe", join(folder, archive!))).toEqual(all);
    await rm(folder, { recursive: true });
  });
});

it("the chart's schema names all variables that can be files and that the chart does not set itself", async () => {
  const files = await readFile(join(ROOT, "gateway/secrets/secret-files.ts"), "utf8");
  const names = [...files.matchAll(/^ {2}"(\w+)",$/gm)].map(([, name]) => name!);
  const { spec } = (await read(join(BASE, "deployment.yaml"))).spec.template;
  const set = spec.containers[0].env.map(({ name }: { name: string }) => name.replace(/_FILE$/, ""));
  const { properties } = await read(join(CHART, "values.schema.json"));
  // STANDPIPE_TOKEN belongs to `standpipe serve`.
  const free = names.filter((name) => ![...set, "STANDPIPE_TOKEN"].includes(name));
  expect(properties.secretSettings.propertyNames.enum.sort()).toEqual(free.sort());
});

/** The manifest without the labels of the release, as the base has it. */
function withoutRelease(manifest: Manifest): Manifest {
  const text = JSON.stringify(manifest, (key, value: unknown) =>
    /^(app\.kubernetes\.io\/(instance|version|managed-by)|helm\.sh\/chart)$/.test(key) ? undefined : value,
  );
  return JSON.parse(text) as Manifest;
}
