import { join } from "node:path";
import ts from "typescript";

/** Where the types of a kind stand. */
const modules = {
  Deployment: "kubernetes-models/apps/v1",
  NetworkPolicy: "kubernetes-models/networking.k8s.io/v1",
  PodDisruptionBudget: "kubernetes-models/policy/v1",
  Service: "kubernetes-models/v1",
} as const;

/** What the compiler says of manifests, by kind, that are written down as values of their kinds' types. */
export function misfits(manifests: Partial<Record<keyof typeof modules, object>>): string[] {
  const lines = Object.entries(manifests).map(([kind, manifest]) => {
    const from = modules[kind as keyof typeof modules];
    return `import type { I${kind} } from "${from}";\nexport const a${kind}: I${kind} = ${JSON.stringify(manifest)};`;
  });
  return problemsOf(join(import.meta.dirname, "manifests.ts"), lines.join("\n"));
}

function problemsOf(path: string, text: string): string[] {
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
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}
