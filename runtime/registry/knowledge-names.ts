/** The tools that search across kinds of records and read one record. OpenAI defines their formats. */
export const knowledgeNames = ["search", "fetch"] as const;

export type KnowledgeName = (typeof knowledgeNames)[number];

export function isKnowledgeName(name: string): name is KnowledgeName {
  return (knowledgeNames as readonly string[]).includes(name);
}
