/** A Wednesday noon in UTC, in summer time. */
export const start = Date.UTC(2026, 6, 15, 12);

export const weekly = { type: "weekly", handoff_time: "09:00:00", handoff_day: "monday" };
