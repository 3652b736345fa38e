import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Deployment } from "kubernetes-models/apps/v1";
import { NetworkPolicy } from "kubernetes-models/networking.k8s.io/v1";
import { PodDisruptionBudget } from "kubernetes-models/policy/v1";
import { Service } from "kubernetes-models/v1";
import { describe, expect, it } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { readSettings } from "../../gateway/settings.js";
import { readDockerfile } from "../../deploy/image/dockerfile.js";
import { misfits } from "./kit/kubernetes-types.js";

/*
 * Checks the manifests against the API's schemas: with validators, which check values, and with types, which know all
 * fields. Values that must agree between files are compared.
 */
const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "deploy/kubernetes");
const read = async (name: string) => parse(await readFile(join(FOLDER, name), "utf8"));

const kustomization = await read("kustomization.yaml");
const deployment = await read("deployment.yaml");
const service = await read("service.yaml");
const budget = await read("disruption-budget.yaml");
const policy = await read("network-policy.yaml");

const kubectl = await run("kubectl", ["kustomize", FOLDER]).catch(
  (error: { code: unknown; stderr: string }) => error,
);
const hasKubectl = !("code" in kubectl && kubectl.code === "ENOENT");
if (!hasKubectl)
  console.warn("SKIPPED: kubectl isn't installed, so the manifests are not put together by kustomize.");

const kinds = {
  Deployment: { model: Deployment, manifest: deployment },
  Service: { model: Service, manifest: service },
  PodDisruptionBudget: { model: PodDisruptionBudget, manifest: budget },
  NetworkPolicy: { model: NetworkPolicy, manifest: policy },
};

const labels = { "app.kubernetes.io/name": "standpipe" };
const pod = deployment.spec.template;
const [container] = pod.spec.containers;

describe("the manifests", () => {
  it.each(Object.entries(kinds))("have a valid %s", (kind, { model, manifest }) => {
    expect(manifest.kind).toBe(kind);
    expect(() => new model(manifest).validate()).not.toThrow();
  });

  it("have no unknown fields", () => {
    const mistyped = { ...deployment, spec: { ...deployment.spec, replica: 2 } };
    const [ofMistyped, ...problems] = misfits([
      mistyped,
      ...Object.values(kinds).map(({ manifest }) => manifest),
    ]);
    expect(ofMistyped![0]).toMatch(/replica\W+does not exist/);
    expect(problems.flat()).toEqual([]);
  });

  it("are refused with a wrong value", () => {
    const wrong = { ...deployment, spec: { ...deployment.spec, replicas: "two" } };
    expect(() => new Deployment(wrong).validate()).toThrow();
  });

  it("are all listed in the kustomization, which lists no others", async () => {
    const kept = ["kustomization.yaml", "components"];
    const others = (await readdir(FOLDER)).filter((name) => !kept.includes(name));
    expect([...kustomization.resources].sort()).toEqual(others.sort());
    expect(kustomization).toMatchObject({
      apiVersion: "kustomize.config.k8s.io/v1beta1",
      kind: "Kustomization",
    });
    expect(kustomization.images.map(({ name }: { name: string }) => name)).toEqual([container.image]);
    const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
    expect(kustomization.images[0].newTag).toBe(version);
  });

  it.runIf(hasKubectl)("are built by kustomize, and the deployment gets its settings", () => {
    expect(kubectl.stderr).toBe("");
    const made = parseAllDocuments((kubectl as { stdout: string }).stdout).map((one) => one.toJS());
    expect(made.map(({ kind }) => kind).sort()).toEqual(["ConfigMap", ...Object.keys(kinds)].sort());
    expect(made.every(({ metadata }) => metadata.namespace === "standpipe")).toBe(true);
    const [settings, deployed] = ["ConfigMap", "Deployment"].map((kind) =>
      made.find((one) => one.kind === kind),
    );
    const [gateway] = deployed.spec.template.spec.containers;
    expect(gateway.envFrom).toEqual([{ configMapRef: { name: settings.metadata.name } }]);
    expect(gateway.image).toMatch(/^standpipe:\d/);
  });

  it("select the same pods", () => {
    expect(pod.metadata.labels).toEqual(labels);
    expect(deployment.spec.selector.matchLabels).toEqual(labels);
    expect(service.spec.selector).toEqual(labels);
    expect(budget.spec.selector.matchLabels).toEqual(labels);
    expect(policy.spec.podSelector.matchLabels).toEqual(labels);
    expect(pod.spec.topologySpreadConstraints[0].labelSelector.matchLabels).toEqual(labels);
  });

  it("name ports of the container", () => {
    const ports = container.ports.map(({ name }: { name: string }) => name);
    const named = [
      ...["startupProbe", "livenessProbe", "readinessProbe"].map((probe) => container[probe].httpGet.port),
      service.spec.ports[0].targetPort,
      ...policy.spec.ingress.map(({ ports }: { ports: { port: string }[] }) => ports[0]!.port),
    ];
    expect(named.filter((name) => !ports.includes(name))).toEqual([]);
  });
});

describe("the deployment", () => {
  it("stays available while one replica is down, and lets a stopping replica finish", () => {
    expect(deployment.spec.replicas).toBe(2);
    expect(budget.spec.minAvailable).toBe(1);
    expect(deployment.spec.strategy.rollingUpdate.maxUnavailable).toBe(0);
    const gracePeriod = 25;
    const { seconds } = container.lifecycle.preStop.sleep;
    expect(pod.spec.terminationGracePeriodSeconds).toBeGreaterThan(seconds + gracePeriod);
  });

  it("probes health and readiness at the gateway's paths", () => {
    expect(container.livenessProbe.httpGet.path).toBe("/healthz");
    expect(container.startupProbe.httpGet.path).toBe("/healthz");
    expect(container.readinessProbe.httpGet.path).toBe("/readyz");
  });

  it("meets the restricted profile, with the image's own user", async () => {
    const { start } = readDockerfile(await readFile(join(ROOT, "deploy/Dockerfile"), "utf8"));
    const { runAsUser, runAsGroup, ...rest } = pod.spec.securityContext;
    expect(`${runAsUser}:${runAsGroup}`).toBe(start.user);
    expect(rest).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(pod.spec.automountServiceAccountToken).toBe(false);
    expect(container.resources).toMatchObject({ requests: {}, limits: { memory: "512Mi" } });
  });

  it("sets only variables that the gateway reads, and secrets only by reference", () => {
    const [settings] = kustomization.configMapGenerator;
    expect(container.envFrom).toEqual([{ configMapRef: { name: settings.name } }]);
    const plain = Object.fromEntries(settings.literals.map((line: string) => line.split("=", 2)));
    const [{ name: volume, mountPath, readOnly }] = container.volumeMounts;
    expect(readOnly).toBe(true);
    expect(pod.spec.volumes).toEqual([
      { name: volume, secret: { secretName: "standpipe", defaultMode: 0o440 } },
    ]);
    expect(pod.spec.securityContext.fsGroup).toBe(pod.spec.securityContext.runAsGroup);
    const secrets = container.env.map(({ name, value }: { name: string; value: string }) => [name, value]);
    expect(Object.fromEntries(secrets)).toEqual({
      DATABASE_URL_FILE: `${mountPath}/database-url`,
      STANDPIPE_ADMIN_TOKEN_FILE: `${mountPath}/admin-token`,
      STANDPIPE_SECRET_KEY_FILE: `${mountPath}/secret-key`,
    });
    expect(Object.keys(plain)).toHaveLength(3);
    expect(readSettings(plain)).toMatchObject({
      publicUrl: "https://standpipe.example.com",
      trustedProxies: ["10.0.0.0/8"],
      metricsPort: 9090,
    });
  });

  it("documents at its top how to create its secret", async () => {
    const head = await readFile(join(FOLDER, "kustomization.yaml"), "utf8");
    const made = [...head.matchAll(/--from-literal=([\w-]+)=/g)].map(([, key]) => key);
    expect(made.sort()).toEqual(["admin-token", "database-url", "secret-key"]);
  });
});

describe("the network policy", () => {
  it("allows only DNS, PostgreSQL and port 443 outside private networks", () => {
    expect(policy.spec.policyTypes).toEqual(["Ingress", "Egress"]);
    const ports = policy.spec.egress.map(({ ports }: { ports: { port: number }[] }) =>
      ports.map(({ port }) => port),
    );
    expect(ports).toEqual([[53, 53], [5432], [443]]);
    const beyond = policy.spec.egress[2].to[0].ipBlock;
    expect(beyond.cidr).toBe("0.0.0.0/0");
    // One of the excluded addresses gives out the credentials of cloud machines.
    expect(beyond.except).toContain("169.254.0.0/16");
  });
});
