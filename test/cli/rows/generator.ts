import { toggle, type CommandRows, type FlagRow } from "./row.js";

const other = "generate --spec $DIR/pets.json --name pets --out $DIR/out --bundle";
const noApi = /Pass --api with pets/;
const api = (command: string, good: string): FlagRow => ({
  good,
  bad: { line: `${command} --api nope`, fix: noApi },
});

export const generator: Readonly<Record<string, CommandRows>> = {
  generate: {
    api: api("generate", "generate --api pets"),
    check: { good: "generate --api pets --check", bad: `${other} --check` },
    spec: { good: other, bad: "generate --spec $DIR/pets.json" },
    name: { good: other, bad: "generate --spec $DIR/pets.json --name Pets! --out $DIR/out" },
    out: {
      good: other,
      bad: { line: "generate --spec $DIR/pets.json --name pets --out $DIR/a-file", fix: /Pass a folder/ },
    },
    accept: {
      good: "generate --spec $DIR/pets.json --name pets --out $DIR/accepted --accept $DIR/accepted.yaml",
      bad: "generate --spec $DIR/pets.json --name pets --out $DIR/accepted --accept $DIR/nothing.yaml",
    },
    auth: {
      good: "generate --spec $DIR/pets.json --name pets --out $DIR/authorised --auth header:Authorization",
      bad: {
        line: "generate --spec $DIR/pets.json --name pets --out $DIR/authorised --auth Authorization",
        fix: /a scheme is header:NAME/,
      },
    },
    bundle: { good: other, bad: "generate --bundle" },
  },
  import: {
    api: { good: "import $DIR/pets.json --api imported", bad: "import $DIR/pets.json --api ../up" },
  },
  describe: {
    api: api("describe --missing", "describe --missing --api pets"),
    missing: { good: "describe --missing --api pets", bad: "describe --api pets" },
    write: toggle("describe --missing", "write", "describe --missing --api pets --write"),
  },
  diff: {
    base: {
      good: "diff --api pets --base HEAD",
      bad: { line: "diff --api pets --base nothing", fix: /--base or --head/ },
    },
    head: {
      good: "diff --api pets --head HEAD",
      bad: { line: "diff --api pets --head nothing", fix: /--base or --head/ },
    },
    format: { good: "diff --api pets --format json", bad: "diff --format xml" },
    "full-report": {
      good: "diff --api pets --format markdown --full-report https://a.example/report",
      bad: "diff --api pets --format text --full-report https://a.example/report",
    },
    "fail-on": { good: "diff --api pets --fail-on breaking", bad: "diff --fail-on everything" },
    api: { good: "diff --api pets", bad: { line: "diff --api nope", fix: /--api/ } },
  },
  update: {
    api: api("update", "update $DIR/pets.json --api pets"),
    "accept-moves": toggle("update", "accept-moves", "update $DIR/pets.json --api pets --accept-moves"),
    since: {
      good: "update $DIR/pets.json --api pets --since HEAD",
      bad: { line: "update $DIR/pets.json --api pets --since nothing", fix: /Pass another one/ },
    },
    report: {
      good: "update $DIR/pets.json --api pets --report $DIR/report.md",
      bad: { line: "update $DIR/pets.json --api pets --report $DIR/no/such/report.md", fix: /Pass a file/ },
    },
    "full-report": {
      good: "update $DIR/pets.json --api pets --report $DIR/report.md --full-report https://a.example/report",
      bad: "update $DIR/pets.json --api pets --full-report https://a.example/report",
    },
  },
  verify: {
    strict: toggle("verify", "strict", "verify --api pets --strict"),
    api: {
      good: "verify --api pets",
      bad: { line: "verify --api nope", fix: /Pass another surface\.lock with --lock/ },
    },
    lock: {
      good: "verify generated/pets --lock specs/pets/surface.lock",
      bad: { line: "verify generated/pets --lock nothing", fix: /Pass another surface\.lock with --lock/ },
    },
    key: {
      good: "verify --api pets --key $DIR/key.pem",
      bad: { line: "verify --api pets --key $DIR/pets.json", fix: /openssl genpkey -algorithm ed25519/ },
    },
  },
};
