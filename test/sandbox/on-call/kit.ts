import { practice } from "../kit/client.js";
import type { Loose } from "../kit/loose.js";

/** A Wednesday noon in UTC, in summer time. */
export const start = Date.UTC(2026, 6, 15, 12);

export const weekly = { type: "weekly", handoff_time: "09:00:00", handoff_day: "monday" };

let clock = start;

/** Sets the time of the sandbox. */
export const setClock = (time: number): void => void (clock = time);

export const passTime = (ms: number): void => setClock(clock + ms);

export const fixed = practice({ now: () => new Date(clock) });

export const { store } = fixed.sandbox.world;

export const team = store.all("teams").find(({ data }) => data.name === "Payments")!;

export const root = `/v1/teams/${team.id}/on_call_schedules`;

export const people = store.all("users").slice(0, 3);

export const ids = people.map(({ id }) => ({ user_id: id }));

export const names = people.map(({ data }) => data.name);

export const schedule = async (more: Loose = {}): Promise<Loose> => {
  const body = { name: "Night", time_zone: "America/New_York", strategy: weekly, members: ids, ...more };
  return fixed.call("POST", root, body);
};
