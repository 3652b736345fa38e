import { spawn } from "node:child_process";
import { linesOf, MOST_DELIVERY_MS, Refusal, type Sink } from "../sink.js";

/** The exit code by which a command refuses its input for good: EX_DATAERR of sysexits.h. */
const BAD_DATA = 65;
const MOST_OUTPUT = 500;

/** Runs a command of the shell for each message, with the entries as lines of JSON on stdin. */
export function openCommand(command: string): Sink {
  return {
    deliver: (message) =>
      new Promise((resolve, reject) => {
        const child = spawn(command, {
          shell: true,
          stdio: ["pipe", "ignore", "pipe"],
          timeout: MOST_DELIVERY_MS,
          killSignal: "SIGKILL",
          env: {
            ...process.env,
            STANDPIPE_AUDIT_ID: message.id,
            STANDPIPE_AUDIT_FIRST: String(message.first),
            STANDPIPE_AUDIT_LAST: String(message.last),
          },
        });
        let said = "";
        child.stderr.on("data", (chunk) => (said = (said + String(chunk)).slice(0, MOST_OUTPUT)));
        // A command that does not read its input is judged by its exit code.
        child.stdin.on("error", () => {});
        child.on("error", reject);
        child.on("close", (code, signal) => {
          if (code === 0) return resolve();
          const about = `The command ended with ${code ?? signal}. ${said.trim()}`.trim();
          reject(code === BAD_DATA ? new Refusal(about) : new Error(about));
        });
        child.stdin.end(linesOf(message));
      }),
  };
}
