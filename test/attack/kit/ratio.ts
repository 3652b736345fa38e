/** Milliseconds of CPU time of this process. Other processes do not count. */
export function workMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The time for one pass over a million characters. All figures are ratios to it. */
export function calibrate(): number {
  const text = "a-".repeat(500_000);
  const once = () => {
    let sum = 0;
    for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
    return sum;
  };
  for (let times = 0; times < 5; times += 1) once();
  return workMs(() => void Array.from({ length: 10 }, once)) / 10;
}
