import { choice } from "./option.js";

/** How calls are sent to the API, as rows of the table of options. */
export const upstreamOptions = {
  upstream: choice({
    label: "Whose key calls the API",
    about: "Whose key calls the API: the account's, or the own key of the person who signed in",
    group: "limits",
    choices: {
      shared: "The key of the account",
      person: "The own key of each person, who must sign in",
    },
    default: "shared",
  }),
  on_429: choice({
    label: "At the API's rate limit",
    about: "What a read does on a 429 of the API, or when the account's rate limit is used up",
    group: "limits",
    choices: { wait: "Reads wait for their turn", pass: "Calls fail at once" },
    default: "wait",
  }),
};
