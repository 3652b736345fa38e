import { join } from "node:path";
import ts from "typescript";

/** The file with the types of a kind. */
const modules = {
  ConfigMap: "kubernetes-models/v1",
  Deployment: "kubernetes-models/apps/v1",
  HorizontalPodAutoscaler: "kubernetes-models/autoscaling/v2",
  Job: "kubernetes-models/batch/v1",
  NetworkPolicy: "kubernetes-models/networking.k8s.io/v1",
  PodDisruptionBudget: "kubernetes-models/policy/v1",
  Service: "kubernetes-models/v1",
  ServiceMonitor: "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1",
} as const;

/** The compiler's errors for each manifest, written as a value of its kind's type. */
export function misfits(manifests: readonly { readonly kind: keyof typeof modules }[]): string[][] {
  // One manifest a line, so that an error's line shows its manifest.
  const lines = manifests.map((manifest, index) => {
    const type = `import("${modules[manifest.kind]}").I${manifest.kind}`;
    return `export const manifest${index}: ${type} = ${JSON.stringify(manifest)};`;
  });
  const problems = problemsOf(join(import.meta.dirname, "manifests.ts"), lines.join("\n"));
  return lines.map((_, index) => problems.filter(({ line }) => line === index).map(({ message }) => message));
}

function problemsOf(path: string, text: string): { readonly line: number; readonly message: string }[] {
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, version) =>
    name === path ? ts.createSourceFile(name, text, version) : getSourceFile(name, version);
  const program = ts.createProgram([path], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => ({
    line: file ? file.getLineAndCharacterOfPosition(start).line : 0,
    message: ts.flattenDiagnosticMessageText(messageText, "\n"),
  }));
}
