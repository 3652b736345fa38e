import { api } from "../../../generated/firehydrant/index.js";

const hidden = {
  "a write": "create_incident",
  "a delete": "delete_incident_role_assignment",
  "another tag": "list_teams",
  "a denied one": "get_incident",
  "one with aliases": "create_hosted_status_page",
};

const present = (name: string) => name in api.catalogue.index;
/** Tools that the tests of filters hide. */
export const names = Object.values(hidden).filter(present);
/** The same with all their other names. */
export const allNames = names.flatMap((name) => {
  const { aliases, managed } = api.catalogue.index[name]!;
  return [name, ...aliases, ...(managed ? [managed] : [])];
});

/** Names that are almost those of tools. */
export const craftedNames = [
  "CREATE_INCIDENT",
  " create_incident",
  "create_incident ",
  "create_incident\u0000",
  "create_incident\u200b",
  "cr\u0435ate_incident",
  "list_incidents/../create_incident",
  "tools/create_incident",
  "__proto__",
  "constructor",
  "toString",
  "",
];
