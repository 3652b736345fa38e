import { failed, Fault, type McpService, type Registry } from "../../runtime/index.js";
import type { Rooms } from "../ops/rooms.js";
import type { ServerRow } from "../store/schema.js";

/** Bounds how many programs of a server URL and of an account run at once. */
export function withProgramRooms(
  service: McpService,
  registry: Registry,
  server: ServerRow,
  { programs }: Pick<Rooms, "programs">,
): McpService {
  const owner = { server: server.id, account: server.account_id };
  return {
    ...service,
    async callTool(name, args, context) {
      if (!registry.findProgram(name)) return service.callTool(name, args, context);
      const leave = programs.take(owner);
      if (!leave) return failed(busyFault());
      try {
        return await service.callTool(name, args, context);
      } finally {
        leave();
      }
    },
  };
}

function busyFault(): Fault {
  return new Fault({
    kind: "busy",
    message:
      "This server URL or its account already runs its maximum number of programs. This one was not started.",
    next: "Run it again when one of them has ended.",
    retryAfterSeconds: 2,
  });
}
