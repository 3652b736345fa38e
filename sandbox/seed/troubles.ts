/** Typical problems: a title with the service's name, the cause, and the fix. */
export const mishaps: readonly (readonly [title: string, cause: string, mend: string])[] = [
  [
    "{} answers slowly",
    "The connection pool was too small for the evening peak.",
    "Pool doubled and the alert threshold lowered.",
  ],
  [
    "{} returns errors after deploy",
    "The new release read a field that old records do not have.",
    "Rolled back; a default was added.",
  ],
  ["{} out of memory", "A cache without a limit grew for three days.", "Restarted, then limited to 512 MB."],
  [
    "Queue of {} does not drain",
    "One poisoned message blocked a partition.",
    "Message moved aside, consumer made tolerant.",
  ],
  [
    "{} unreachable from one zone",
    "A firewall rule was removed together with an old host.",
    "Rule restored and put under review.",
  ],
  [
    "Certificate of {} expired",
    "The renewal job had no rights on the new key store.",
    "Renewed by hand, rights granted.",
  ],
  [
    "{} serves stale data",
    "Replication lagged behind by twenty minutes.",
    "Replica rebuilt, lag now alerts at one minute.",
  ],
  [
    "Rising error rate on {}",
    "A partner changed its answer without notice.",
    "Parser made lenient, partner informed.",
  ],
  [
    "{} overloaded by retries",
    "Clients retried at once and without a pause.",
    "Back-off rolled out to all clients.",
  ],
  ["Disk of {} nearly full", "Log rotation stopped after an upgrade.", "Logs removed, rotation repaired."],
];

export const notes = [
  "Error rate is climbing on two of three nodes; looking at recent changes.",
  "Customers report failures in support chat, about a dozen so far.",
  "The graphs point at the database; connections are at their limit.",
  "A deploy went out ten minutes before this began. Preparing a rollback.",
  "Traffic moved to the healthy zone; waiting for queues to drain.",
  "Numbers are back to normal. Watching for another half hour.",
  "Support has a text for customers who ask.",
  "Restarted one node as a test: it recovers, then degrades again.",
] as const;
