/** Of properties. Runs are the same each time; ATTACK_SEED=<number> tries others. */
export const settings = { seed: Number(process.env["ATTACK_SEED"] ?? 13), endOnFailure: true };
