/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Client, Target } from "../../clients/client.js";
import { clientGroups } from "../../clients/clients.js";
import { Copied } from "../parts.js";

interface ConnectProps extends Target {
  /** Whether the URL is whole, so that links can open clients with it. */
  readonly hasLinks?: boolean;
  /** Downloads the URL for Claude Desktop. */
  readonly download?: Child;
}

/** How to add a server URL to each client: a link where the client has one, and texts to copy. */
export function Connect({ hasLinks = true, download, ...target }: ConnectProps) {
  return (
    <section aria-labelledby="clients-title">
      <h2 id="clients-title">Connect a client</h2>
      {clientGroups.map(({ title, clients }) => (
        <>
          <h3>{title}</h3>
          <div class="tiles">
            {clients.map((client) => (
              <ClientWays {...{ client, target, hasLinks, download }} />
            ))}
          </div>
        </>
      ))}
    </section>
  );
}

interface ClientWaysProps {
  readonly client: Client;
  readonly target: Target;
  readonly hasLinks: boolean;
  readonly download?: Child;
}

function ClientWays({ client, target, hasLinks, download }: ClientWaysProps) {
  const { ways, link } = client.settings(target);
  return (
    <details name="client">
      <summary>
        <span class="picture" aria-hidden="true">
          {initialsOf(client.title)}
        </span>
        <span>{client.title}</span>
      </summary>
      <div>
        {hasLinks && link !== undefined && (
          <p>
            <a class="button primary" href={link}>{`Add to ${client.title}`}</a>
          </p>
        )}
        {client.id === "claude-desktop" && download}
        {ways.map(({ where, text }, at) => {
          const id = at === 0 ? `for-${client.id}` : `for-${client.id}-${at + 1}`;
          return (
            <>
              <p class="soft">{where}</p>
              <Copied id={id} text={text} label={`the settings for ${client.title}`} />
            </>
          );
        })}
      </div>
    </details>
  );
}

/** Up to two letters, the picture of a client. */
function initialsOf(title: string): string {
  const words = title.split(" ");
  return words.length === 1 ? title.slice(0, 2) : `${words[0]![0]}${words.at(-1)![0]}`.toUpperCase();
}
