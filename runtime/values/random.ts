const pool = { bytes: Buffer.alloc(0), used: 0 };

/** Random bytes for an id, 1 to 4,096. Asking the system for a few at a time costs more than the rest of the id. */
export function randomForId(count: number): Buffer {
  if (pool.used + count > pool.bytes.length) {
    const { randomBytes } = process.getBuiltinModule("node:crypto");
    Object.assign(pool, { bytes: randomBytes(4_096), used: 0 });
  }
  const bytes = pool.bytes.subarray(pool.used, pool.used + count);
  pool.used += count;
  return bytes;
}
