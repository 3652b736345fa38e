import type { KeyObject } from "node:crypto";
import type { Verified } from "../../generator/diff/verify.js";
import type { SurfaceLock } from "../../generator/render/surface-lock.js";
import type { SignedManifest } from "../../runtime/index.js";
import { isSignedBy } from "./signature.js";

/** The public key that must have signed the release. */
export interface ReleaseKey {
  readonly file: string;
  readonly key: KeyObject;
}

interface Reviewed {
  readonly api: string;
  readonly lock: SurfaceLock;
  /** Absent without a public key. */
  readonly by: ReleaseKey | undefined;
}

type Findings = Pick<Verified, "differences" | "unseen">;

export const NOTHING: Findings = { differences: [], unseen: [] };

/** Whether a server runs a signed release with the reviewed surface. */
export function releaseFindings(signed: SignedManifest | undefined, { api, lock, by }: Reviewed): Findings {
  if (!signed) return { differences: [], unseen: ["the signature of a release"] };
  if (!by) return { differences: [], unseen: ["who signed the release (pass --key)"] };
  if (!isSignedBy(signed, by.key))
    return { differences: [`The release is not signed by the key in ${by.file}.`], unseen: [] };
  const surface = signed.surfaces[api];
  if (surface === lock.surface) return NOTHING;
  const says = surface === undefined ? `has no surface of ${api}` : `has the surface ${surface}`;
  return { differences: [`The signed release ${says}, and the lock's is ${lock.surface}.`], unseen: [] };
}
