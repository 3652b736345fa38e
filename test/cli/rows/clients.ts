import { toggle, type CommandRows, type FlagRow } from "./row.js";

export const clientConfig: CommandRows = {
  url: {
    good: "client-config mcp --url https://a.example/mcp/sp_x",
    bad: "client-config mcp --url nonsense",
  },
  name: {
    good: "client-config cursor --url https://a.example/mcp/sp_x --name pets",
    bad: "client-config cursor --url https://a.example/mcp/sp_x --name 'a b'",
  },
  "api-token": toggle(
    "client-config mcp",
    "api-token",
    "client-config mcp --url http://a.example --api-token",
  ),
  oauth: toggle("client-config mcp", "oauth", "client-config mcp --url http://a.example --oauth"),
};

const allEval =
  "eval --agent true --scenarios who-is-on-call --time-limit 60 --json --surface discover --names managed " +
  "--methods read --tags incidents --tools 'list_*' --deny 'delete_*' --on-429 pass";
const evalRow = (flag: string, bad: string): FlagRow => ({ good: allEval, bad: `eval --${flag}${bad}` });

export const evaluation: CommandRows = {
  agent: evalRow("agent", " ' '"),
  scenarios: evalRow("scenarios", " who-is-on-cal"),
  "time-limit": evalRow("time-limit", " 0"),
  json: evalRow("json", "=maybe"),
  programs: toggle("eval", "programs", "eval --programs --scenarios declare-and-page"),
  surface: evalRow("surface", " ful"),
  names: evalRow("names", " mangled"),
  methods: evalRow("methods", " raed"),
  tags: evalRow("tags", " incident"),
  tools: evalRow("tools", " lst_incidents"),
  deny: evalRow("deny", " dlete_incident"),
  "on-429": evalRow("on-429", " retry"),
};
