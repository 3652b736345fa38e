import { changeClasses, type Change, type ChangeClass } from "./change.js";
import type { Diff, Item } from "./result.js";

/** One finding, for programs that show findings at lines of a file. */
export interface Finding {
  readonly kind: string;
  readonly class: ChangeClass;
  readonly says: string;
}

/** All changes except those of class `rest`, in the order in which a reviewer reads them. */
export function findingsOf(diff: Diff): Finding[] {
  const beside = [...diff.destination, ...diff.surface].map((one) => findingOf(one, ""));
  const broken = diff.broken.map(({ code, class: of, what }) => ({ kind: code, class: of, says: what }));
  const items = [...diff.removed, ...diff.renamed, ...diff.changed, ...diff.added];
  const tools = items.flatMap((item) => item.changes.map((one) => findingOf(one, subjectOf(item))));
  const all = [...beside, ...broken, ...tools].filter((finding) => finding.class !== "rest");
  const rank = (finding: Finding) => changeClasses.indexOf(finding.class);
  return all.sort((one, other) => rank(one) - rank(other));
}

function subjectOf({ tool, operation }: Item): string {
  return `${tool} (${operation}): `;
}

function findingOf({ kind, class: of, at, says, warnings = [] }: Change, subject: string): Finding {
  const place = at === undefined ? "" : `${at} `;
  return { kind, class: of, says: `${subject}${place}${says}${warnings.map((one) => `; ${one}`).join("")}` };
}
