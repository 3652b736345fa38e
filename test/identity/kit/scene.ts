import { createConsent } from "../../../gateway/consent/consent.js";
import { mountPage } from "../../../gateway/page/page.js";
import type { Settings } from "../../../gateway/settings.js";
import { createClock, type TestClock } from "../../gateway/kit/clock.js";
import { startTestGateway, type TestGateway } from "../../gateway/kit/gateway.js";
import { createAgent, signInAs, type Agent } from "./agent.js";
import { startProvider, type TestProvider } from "./provider.js";

/** A gateway whose people sign in at a real provider. */
export interface PeopleScene {
  readonly on: TestGateway;
  readonly provider: TestProvider;
  readonly clock: TestClock;
  /** A new browser in which a person is signed in, as a member of these groups. */
  person(name: string, groups: readonly string[]): Promise<Agent>;
  close(): Promise<void>;
}

/** The group of the people who own everything. */
export const owners = "owners";

export async function openPeople(
  settings: Partial<Settings> | ((provider: TestProvider) => Partial<Settings>) = {},
  startsProvider: () => Promise<TestProvider> = startProvider,
): Promise<PeopleScene> {
  const [provider, clock] = [await startsProvider(), createClock()];
  const on = await startTestGateway({
    settings: {
      oidc: provider.settings,
      ownerGroups: [owners],
      ...(typeof settings === "function" ? settings(provider) : settings),
    },
    consent: createConsent,
    mounts: [mountPage],
    clock,
  });
  provider.register(on.url);
  return {
    on,
    provider,
    clock,
    async person(name, groups) {
      provider.groups.set(name, groups);
      const agent = createAgent();
      await signInAs(agent, on.url, name);
      return agent;
    },
    async close() {
      await on.stop();
      await provider.close();
    },
  };
}
