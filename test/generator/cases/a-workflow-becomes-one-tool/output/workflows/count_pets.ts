// Generated from specs/pets/workflows/count_pets.ts by `make generate`. Do not edit: change it there, then run it again.
import { z } from "zod";
import type { WorkflowModule } from "../../../runtime/contract/workflow.js";

export const countPets: WorkflowModule = {
  name: "count_pets",
  input: z.strictObject({
    kind: z.enum(["cat", "dog"]).describe("Kind of pet, such as cat."),
    most: z.int().optional().describe("Most names to show."),
  }),
  source: `async function countPets(api, input) {
    const names = await namesOf(api, input.kind);
    return { count: names.length, names: names.slice(0, input.most ?? 3), oldest: { name: \`\${names[0]}\\n\`, sold: false } };
}
async function namesOf(api, kind) {
    const { items } = await api.list_pets({ kind });
    return items.map((pet) => pet.name ?? "");
}
return countPets(api, input);
`,
};
