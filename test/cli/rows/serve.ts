import { type CommandRows, type FlagRow, type Line } from "./row.js";

const served = (line: string): Line => ({ line: `serve --http --port 0 ${line}`, until: /Next: claude/ });
const serveRow = (flag: string, good: string, bad: string): FlagRow => ({
  good: `serve --${flag} ${good}`,
  bad: `serve --${flag} ${bad}`,
});

export const serve: CommandRows = {
  api: {
    good: "serve --api firehydrant",
    bad: { line: "serve --api nope", fix: /Pass firehydrant, or a folder/ },
  },
  stdio: { good: "serve --stdio", bad: "serve --stdio --http" },
  http: { good: served(""), bad: "serve --http=maybe" },
  host: {
    good: served("--host localhost"),
    bad: {
      line: "serve --http --host nosuch.host.invalid",
      fix: /or listen on 127\.0\.0\.1/,
    },
  },
  port: { good: served(""), bad: "serve --http --port x" },
  "allow-host": { good: served("--allow-host a.example"), bad: "serve --allow-host a.example" },
  "allow-origin": {
    good: served("--allow-origin https://a.example"),
    bad: "serve --http --allow-origin https://a.example/path",
  },
  "base-url": {
    good: "serve --base-url http://127.0.0.1:9",
    bad: { line: "serve --base-url nonsense", fix: /such as https:\/\/api\.example\.com/ },
  },
  surface: serveRow("surface", "full", "ful"),
  names: serveRow("names", "managed", "mangled"),
  methods: serveRow("methods", "read,custom", "raed"),
  tags: serveRow("tags", "incidents", "incident"),
  tools: serveRow("tools", "list_*", "lst_incidents"),
  deny: serveRow("deny", "delete_*", "dlete_incident"),
  "on-429": serveRow("on-429", "pass", "retry"),
  "result-token-budget": serveRow("result-token-budget", "900", "0"),
  "rate-limit": serveRow("rate-limit", "0", "-1"),
  "result-file-bytes": serveRow("result-file-bytes", "0", "x"),
  redact: serveRow("redact", "emails,phone", "'emails;'"),
  "output-schemas": { good: "serve --output-schemas", bad: "serve --output-schemas=maybe" },
  "connect-seconds": serveRow("connect-seconds", "2", "soon"),
  "first-byte-seconds": serveRow("first-byte-seconds", "12.5", "0"),
  "call-seconds": serveRow("call-seconds", "0.5", "601"),
  sandbox: { good: "serve --sandbox", bad: "serve --sandbox --base-url nonsense" },
};

const gatewayLine = (line: string): Line => ({
  line: `gateway --port 0 ${line}`,
  until: /management API/,
});
const noAddress = /Pass one of its addresses, such as --host 127\.0\.0\.1/;

export const gateway: CommandRows = {
  api: {
    good: gatewayLine("--data $DIR/api --api firehydrant"),
    bad: { line: "gateway --api nope", fix: /Pass firehydrant, or a folder/ },
  },
  unverified: {
    good: gatewayLine("--data $DIR/unverified --unverified"),
    bad: "gateway --unverified=maybe",
  },
  "signed-by": {
    good: gatewayLine("--data $DIR/signed --unverified --signed-by $DIR/key.pem"),
    bad: { line: "gateway --signed-by $DIR/none.pem", fix: /Install it again|can't be read/ },
  },
  host: {
    good: gatewayLine("--data $DIR/host --host localhost"),
    bad: { line: "gateway --data $DIR/bad-host --host nosuch.host.invalid", fix: noAddress },
  },
  port: { good: gatewayLine("--data $DIR/port"), bad: "gateway --port x" },
  "oidc-issuer": {
    good: gatewayLine("--data $DIR/oidc --oidc-issuer $ISSUER --oidc-client-id standpipe"),
    bad: { line: "gateway --oidc-issuer nonsense" },
  },
  "oidc-client-id": {
    good: gatewayLine("--data $DIR/oidc --oidc-issuer $ISSUER --oidc-client-id standpipe"),
    bad: "gateway --oidc-client-id",
  },
  "log-format": {
    good: gatewayLine("--data $DIR/log-format --log-format pretty"),
    bad: "gateway --log-format xml",
  },
  data: {
    good: gatewayLine("--data $DIR/data"),
    bad: { line: "gateway --data $DIR/a-file", fix: /Pass a folder/ },
  },
  sandbox: { good: gatewayLine("--data $DIR/sandbox --sandbox"), bad: "gateway --sandbox nonsense" },
};

const sandboxLine = (line: string): Line => ({ line: `sandbox --port 0 ${line}`, until: /Next: / });

const anySandboxLine = (line: string): Line => ({ line: `sandbox --port 0 ${line}`, until: /__control/ });

export const sandbox: CommandRows = {
  host: {
    good: sandboxLine("--host localhost"),
    bad: { line: "sandbox --host nosuch.host.invalid", fix: noAddress },
  },
  port: { good: sandboxLine(""), bad: "sandbox --port 70000" },
  seed: { good: sandboxLine("--seed empty"), bad: "sandbox --seed" },
  "rate-limit": { good: sandboxLine("--no-rate-limit"), bad: "sandbox --rate-limit=maybe" },
  chaos: { good: sandboxLine("--chaos latency=20 injection"), bad: "sandbox --chaos latncy=3" },
  api: {
    good: anySandboxLine("--api $DIR/shop"),
    bad: { line: "sandbox --api nope", fix: /or a folder that standpipe generate wrote/ },
  },
  spec: {
    good: anySandboxLine("--spec $DIR/pets.json"),
    bad: "sandbox --spec $DIR/pets.json --api $DIR/shop",
  },
};

const copied = "backup --data $DIR/gateway --to copy.db";

export const backup: CommandRows = {
  data: { good: copied, bad: { line: "backup --data $DIR/a-file --to other.db", fix: /data folder/ } },
  to: { good: copied, bad: { line: "backup --data $DIR/gateway", fix: /Pass the file to write/ } },
};

export const migrate: CommandRows = {
  data: {
    good: "migrate --data $DIR/migrated",
    bad: { line: "migrate --data $DIR/a-file", fix: /Pass a folder/ },
  },
};

/** The provider of these tests does not answer, so there is a finding. */
const examined: Line = {
  line: "doctor --api firehydrant --host 127.0.0.1 --port 0 --data $DIR/none --json",
  code: 1,
};

export const doctor: CommandRows = {
  api: { good: examined, bad: { line: "doctor --api nope", fix: /Pass firehydrant, or a folder/ } },
  host: { good: examined, bad: "doctor --host" },
  port: { good: examined, bad: "doctor --port x" },
  data: { good: examined, bad: "doctor --data" },
  json: { good: examined, bad: "doctor --json=maybe" },
};

/** The gateway of the test has its token in a variable, which the stored one does not replace. */
export const adminToken: CommandRows = {
  data: {
    good: {
      line: "admin-token reset --data $DIR/gateway",
      env: { STANDPIPE_ADMIN_TOKEN: "" },
    },
    bad: {
      line: "admin-token reset --data $DIR/a-file",
      env: { STANDPIPE_ADMIN_TOKEN: "" },
      fix: /Pass the folder that the gateway uses/,
    },
  },
};
