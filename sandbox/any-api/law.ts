/** What an operation does to the state. */
export type Law = "list" | "create" | "get" | "change" | "replace" | "remove" | "act" | "sample";
