/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { methodGroups } from "../../../runtime/index.js";
import type { ServedApi } from "../../apis.js";
import { installedBridge } from "../../clients/assistants.js";
import { credentialOf, USUAL_NAME } from "../../clients/clients.js";
import { serverOptions } from "../../options/options.js";
import type { ServerConfig } from "../../server-config.js";
import { admittedTools } from "../../server-selection.js";
import { Time } from "../parts.js";
import { configWords } from "../servers/config-words.js";
import { Connect } from "../servers/connect.js";

interface UrlFactsProps {
  readonly api: ServedApi;
  readonly name: string;
  readonly config: ServerConfig;
  readonly expires: string | null;
  readonly url: string;
  /** The server's name in a client's settings, if it is not the usual one. */
  readonly clientName?: string;
}

/** What a server URL is, what it may do, until when, and how to add it to a client. */
export function UrlFacts({ api, name, config, expires, url, clientName = USUAL_NAME }: UrlFactsProps) {
  return (
    <>
      <div class="head">
        <h1>{name}</h1>
      </div>
      <div class="note warn">
        <p>
          <strong>This is a server URL for an assistant, not a website.</strong>{" "}
          {`Add it to an MCP client, such as Claude, ChatGPT or Cursor. The assistant can then use ${api.title}.`}
        </p>
        {credentialOf(config) === "none" && (
          <p>Everyone who has this URL can use it. Do not share it, and do not post it in a chat.</p>
        )}
      </div>
      <section class="card" aria-labelledby="may-title">
        <h2 id="may-title">What it may do</h2>
        <dl>
          {abilities(api, config).map(([label, words]) => (
            <>
              <dt>{label}</dt>
              <dd>{words}</dd>
            </>
          ))}
          <dt>Expires</dt>
          <dd>
            <Time at={expires} />
          </dd>
          <dt>Questions</dt>
          <dd>Ask the person who gave you this URL. They can change, renew and revoke it.</dd>
        </dl>
      </section>
      <Connect {...{ url, credential: credentialOf(config), name: clientName }} bridge={installedBridge} />
    </>
  );
}

type Row = readonly [label: string, words: string];

/** How many tools of each kind it has, and which calls need a credential or an approval. */
function abilities({ catalogue }: ServedApi, config: ServerConfig): readonly Row[] {
  const accesses = admittedTools(catalogue, config).map((name) => catalogue.index[name]!.access);
  const count = (group: readonly string[]) => {
    const found = accesses.filter((access) => group.includes(access)).length;
    return found === 0 ? "no" : `yes, with ${found} ${found === 1 ? "tool" : "tools"}`;
  };
  const changing = methodGroups["write"]!.filter((access) => access !== "delete");
  const { confirm, require_api_token_auth, oauth } = serverOptions;
  const asked = [
    confirm.label,
    ...(config.require_api_token_auth ? [require_api_token_auth.label] : []),
    ...(config.oauth ? [oauth.label, "Sign-in at"] : []),
  ];
  return [
    ["Read data", count(methodGroups["read"]!)],
    ["Change data", count(changing)],
    ["Delete data", count(["delete"])],
    ...configWords(config, catalogue).filter(([label]) => asked.includes(label)),
  ];
}
