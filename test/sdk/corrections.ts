import { basename } from "node:path";

/** A field that the API answers in another form than the SDK's models declare. */
interface Correction {
  readonly field: string;
  readonly declared: RegExp;
  readonly answered: string;
}

/**
 * Models of SDK 1.2.1 that cannot read what FireHydrant answers, by file. Whatever else the SDK cannot parse is a fault
 * of the sandbox.
 */
const corrections: Readonly<Record<string, Correction>> = {
  // One event source. FireHydrant's own Terraform provider reads a list here, and works. So does repairs.yaml.
  "signalsapitransposerlistentity.ts": {
    field: "data",
    declared: /data: z\.nullable\(Nullable(\w+\$inboundSchema)\)/,
    answered: "data: z.array(Nullable$1)",
  },
  // A text. FireHydrant's contract of April 2026, newer than the SDK's, has numbers and lists of inputs too.
  "incidentsretrospectivefieldentity.ts": {
    field: "value",
    declared: /value: z\.nullable\(z\.string\(\)\)(?=\.optional\(\),\n\s+schema: [^\n]*inboundSchema)/,
    answered: "value: z.nullable(z.union([z.string(), z.number(), z.array(z.record(z.any()))]))",
  },
};

/**
 * The source of a model with its field as the API answers it.
 * @throws if the SDK has another declaration there, so the correction is to be deleted
 */
export function corrected(path: string, source: string): string {
  const correction = corrections[basename(path)];
  if (correction === undefined) return source;
  const { field, declared, answered } = correction;
  if (!declared.test(source))
    throw new Error(
      `${basename(path)} declares ${field} in another form now. Delete its row in corrections.ts.`,
    );
  return source.replace(declared, answered);
}
