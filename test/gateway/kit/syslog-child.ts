import type { Message } from "../../../gateway/audit/streams/sink.js";
import { openSyslog } from "../../../gateway/audit/streams/sinks/syslog.js";

/*
 * A sender of syslog in its own process, because Node reads the certificates that it trusts at its start. It takes the
 * URL and a message as JSON, and prints the fault.
 */
const sink = openSyslog(process.argv[2]!);
await sink
  .deliver(JSON.parse(process.argv[3]!) as Message)
  .then(() => console.log("delivered"))
  .catch(({ code, message }: NodeJS.ErrnoException) => console.log(code ?? message));
await sink.close?.();
