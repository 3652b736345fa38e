import type { Fields } from "../store/store.js";
import { secondsOf } from "./durations.js";
import { momentAt, wallClock, weekdayOf } from "./zoned-time.js";

/** The time from one hand-off to the next, with the number of the turn, which only increases. */
export interface Turn {
  readonly start: number;
  readonly end: number;
  readonly number: number;
}

const hour = 3_600_000;
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** The turn at a moment, from a rotation's strategy, time zone and start time. Weekly if there is no strategy. */
export function turnAt(rotation: Fields, at: number): Turn {
  const strategy = (rotation.strategy ?? {}) as Fields;
  if (strategy.type === "custom") return customTurn(rotation, strategy, at);
  const zone = String(rotation.time_zone ?? "UTC");
  const minutes = minutesOf(strategy.handoff_time);
  const isDaily = strategy.type === "daily";
  const step = isDaily ? 1 : 7;
  const { day } = wallClock(at, zone);
  const weekday = Math.max(0, weekdays.indexOf(String(strategy.handoff_day ?? "monday")));
  const latest = isDaily ? day : day - ((weekdayOf(day) - weekday + 7) % 7);
  const first = momentAt(latest, minutes, zone) > at ? latest - step : latest;
  return {
    start: momentAt(first, minutes, zone),
    end: momentAt(first + step, minutes, zone),
    number: Math.floor(first / step),
  };
}

/** The turns between two moments. The first may begin earlier, the last may end later. */
export function turnsBetween(rotation: Fields, from: number, to: number): Turn[] {
  const turns: Turn[] = [];
  for (let at = from; at < to && turns.length < MOST_TURNS; at = turns.at(-1)!.end)
    turns.push(turnAt(rotation, at));
  return turns;
}

/** A schedule of hourly shifts over eight weeks has 1,344 turns. */
const MOST_TURNS = 2_000;

function customTurn(rotation: Fields, strategy: Fields, at: number): Turn {
  const length = Math.max(hour, secondsOf(strategy.shift_duration) * 1000);
  const anchor = Date.parse(String(rotation.start_time ?? "")) || Date.UTC(2024, 0, 1);
  const number = Math.floor((at - anchor) / length);
  return { start: anchor + number * length, end: anchor + (number + 1) * length, number };
}

function minutesOf(time: unknown): number {
  const [hours = 0, minutes = 0] = String(time ?? "09:00:00")
    .split(":")
    .map(Number);
  return hours * 60 + minutes;
}
