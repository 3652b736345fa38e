import { animals, type Row } from "./kit.js";

/** Changes of where the key goes. */
export const keyRows: Readonly<Record<string, Row>> = {
  "another server": {
    change: (d) => (d.servers[0].url = "https://evil.example/api"),
    class: "key",
    line: /servers\.server is https:\/\/evil\.example\/api, and was https:\/\/zoo\.example\/api/,
  },
  "another path at the server": {
    change: (d) => (d.servers[0].url = "https://zoo.example/api/v2"),
    class: "key",
    line: /servers\.server is https:\/\/zoo\.example\/api\/v2/,
  },
  "a region comes": {
    change: (d) => d.servers.push({ url: "https://us.zoo.example/api", description: "America" }),
    class: "key",
    line: /servers\.america is new: https:\/\/us\.zoo/,
  },
  "a region goes": { change: (d) => d.servers.pop(), class: "key", line: /servers\.europe is gone/ },
  "the servers change places": {
    change: (d) => d.servers.reverse(),
    class: "key",
    line: /begin with https:\/\/eu\.zoo\.example\/api/,
  },
  "the key in another header": {
    change: (d) => (d.components.securitySchemes.key.name = "X-Token"),
    class: "key",
    line: /key is sent in the header X-Token, and was sent in the header X-Key/,
  },
  "the key in the query": {
    change: (d) => (d.components.securitySchemes.key.in = "query"),
    class: "key",
    line: /key is sent in the query as X-Key/,
  },
  "another scheme": {
    change: (d) => (d.components.securitySchemes.key = { type: "http", scheme: "bearer" }),
    class: "key",
    line: /key is sent in the header Authorization after “Bearer”/,
  },
  "a token URL elsewhere": {
    change: (d) =>
      (d.components.securitySchemes.sign_in.flows.authorizationCode.tokenUrl = "https://evil.example"),
    class: "key",
    line: /security\.sign_in authorizationCode tokenUrl is https:\/\/evil\.example/,
  },
  "a scope comes": {
    change: (d) => (d.components.securitySchemes.sign_in.flows.authorizationCode.scopes.admin = ""),
    class: "key",
    line: /scope admin is new/,
  },
  "an operation wants another scope": {
    change: (d) => (d.paths["/v1/keepers"].get.security = [{ sign_in: ["write:keepers"] }]),
    class: "key",
    line: /security wants sign_in \(write:keepers\) \(before: wants sign_in \(read:keepers\)\)/,
  },
  "an operation is open to all": {
    change: (d) => (animals(d).get.security = []),
    class: "key",
    line: /security is open to all \(before: wants key\)/,
  },
  "all operations want another scheme": {
    change: (d) => (d.security = [{ sign_in: [] }]),
    class: "key",
    line: /security wants sign_in \(before: wants key\)/,
  },
  "an operation has a server of its own": {
    change: (d) => (animals(d).get.servers = [{ url: "https://zoo.example/other" }]),
    class: "key",
    line: /servers goes to https:\/\/zoo\.example\/other/,
  },
};
