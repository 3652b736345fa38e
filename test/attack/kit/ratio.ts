/** Milliseconds of this process's own work; other processes on the machine don't count. */
export function workMs(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The work of going once over a text of a million characters, which all figures are a ratio to. */
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
