import type { Vocabulary } from "../contract/search.js";

/** Words with about the same meaning in any API. Each API adds its own vocabulary. */
export const plainVocabulary: Vocabulary = {
  phrases: {
    "to do": "todo",
    "web hook": "webhook",
    "web hooks": "webhook",
    "audit log": "audit",
    "audit trail": "audit",
  },
  concepts: {
    create: "create add new make open declare start raise begin file register set up spin",
    update: "update change edit modify rename set correct fix adjust bump move replace amend reword",
    remove: "delete remove drop erase rid undo discard clear",
    list: "list all every show see which find browse overview search",
    read: "get show see details look read view fetch export preview",
    close: "close end finish complete resolve done finished over fixed",
    person: "user users person people member engineer teammate responder staff colleague",
    team: "team teams squad folks group crew",
    customer: "customer customers public subscriber subscribers external",
    note: "note notes comment comments message post update tell announce",
    secret: "token key credential password",
    similar: "similar related like before seen",
  },
};
