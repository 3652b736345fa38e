import { fork } from "node:child_process";
import { join } from "node:path";
import type { TestProvider } from "./provider.js";

export type Product = "entra" | "okta" | "keycloak";

export interface SetUpPerson {
  readonly groups: readonly string[];
}

/** What the process needs to know. */
export interface ProviderSetUp {
  readonly product: Product;
  /** The gateway, as the provider's operator registers it. */
  readonly client: object;
  /** The thumbprint of the gateway's certificate, without which it finds no key. */
  readonly thumbprint?: string;
  readonly people: Readonly<Record<string, SetUpPerson>>;
}

export interface OwnProcess {
  readonly issuer: string;
  readonly settings: TestProvider["settings"];
  /** Registers the gateway by hand, and the people. */
  setUp(client: object, people: ProviderSetUp["people"], thumbprint?: string): Promise<void>;
  /** The id of its process. */
  readonly pid: number;
  close(): Promise<void>;
}

/** Starts a provider with the traits of a product, as a process of its own. */
export async function startOwnProcess(product: Product, settings: object): Promise<OwnProcess> {
  const child = fork(join(import.meta.dirname, "provider-process.ts"), {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const next = <Message>() =>
    new Promise<Message>((resolve, reject) => {
      child.once("message", (message) => resolve(message as Message));
      child.once("exit", (code) => reject(new Error(`The provider ended with ${code}.`)));
    });
  const ask = <Message>(message: object) => {
    const answer = next<Message>();
    child.send(message);
    return answer;
  };
  await next();
  const { issuer } = await ask<{ issuer: string }>({ product });
  const usual = {
    clientId: "standpipe",
    scopes: "openid profile",
    groupsClaim: "groups",
    clockTolerance: 30,
  };
  return {
    issuer,
    settings: { issuer, ...usual, ...settings } as TestProvider["settings"],
    async setUp(client, people, thumbprint) {
      await ask({ product, client: { client_id: "standpipe", ...client }, people, thumbprint });
    },
    pid: child.pid!,
    async close() {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.disconnect();
      await ended;
    },
  };
}
