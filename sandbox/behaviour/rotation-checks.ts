import { unprocessable } from "../api-error.js";
import type { Fields } from "../store/store.js";
import { isDuration } from "./durations.js";
import { isTimeZone } from "./zoned-time.js";

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;

/** Refuses values that make no valid rotation. Missing fields are not checked. */
export function checkRotation(body: Fields): void {
  const wrong = [
    ...zoneFaults(body.time_zone),
    ...strategyFaults(body.strategy as Fields | null | undefined),
    ...restrictionFaults(body.restrictions),
    ...momentFaults("start_time", body.start_time),
    ...momentFaults("effective_at", body.effective_at),
  ];
  if (wrong.length > 0) throw unprocessable("The rotation is not valid", wrong);
}

function zoneFaults(zone: unknown): string[] {
  return zone === undefined || zone === null || isTimeZone(zone)
    ? []
    : [`time_zone ${String(zone)} is not a time zone`];
}

function strategyFaults(strategy: Fields | null | undefined): string[] {
  if (!strategy) return [];
  const { type, handoff_time, handoff_day, shift_duration } = strategy;
  if (type === "custom")
    return isDuration(shift_duration) ? [] : ["strategy.shift_duration must be an ISO 8601 duration"];
  const time = timeOfDay.test(String(handoff_time))
    ? []
    : ["strategy.handoff_time must be a time of day such as 09:00:00"];
  const day = type === "weekly" && !handoff_day ? ["strategy.handoff_day is required for weekly"] : [];
  return [...time, ...day];
}

function restrictionFaults(restrictions: unknown): string[] {
  const all = Array.isArray(restrictions) ? (restrictions as Fields[]) : [];
  const isWrong = ({ start_time, end_time }: Fields): boolean =>
    ![start_time, end_time].every((time) => timeOfDay.test(String(time)));
  return all.some(isWrong) ? ["restrictions need times of day such as 09:00:00"] : [];
}

function momentFaults(name: string, moment: unknown): string[] {
  return moment === undefined || moment === null || !Number.isNaN(Date.parse(String(moment)))
    ? []
    : [`${name} must be an ISO 8601 time`];
}
