import { createSocket } from "node:dgram";
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { hostname } from "node:os";
import { connect as connectTls } from "node:tls";
import { MOST_DELIVERY_MS, type Message, type Sink, type StreamedEntry } from "../sink.js";

/** Facility 13 of RFC 5424: log audit. */
const AUDIT = 13;
/** The standard field starts again at 1 after it. The JSON has the whole number. */
const MOST_SEQUENCE = 2_147_483_647;
const severities = { informational: 6, warning: 4 } as const;
const ports: Readonly<Record<string, number>> = { "udp:": 514, "tcp:": 601, "tls:": 6514 };

/**
 * Sends entries in the format of RFC 5424: one datagram each over UDP, and with a count of bytes before each over TCP
 * (RFC 6587) and TLS (RFC 5425). Syslog has no answer, so a delivery counts when the network has taken it.
 */
export function openSyslog(url: string): Sink {
  const { protocol, hostname: inUrl, port: given } = new URL(url);
  // An IPv6 address has brackets only in a URL.
  const host = inUrl.replace(/^\[|\]$/g, "");
  const port = given === "" ? ports[protocol]! : Number(given);
  return protocol === "udp:" ? overUdp(host, port) : overTcp(host, port, protocol === "tls:");
}

function overUdp(host: string, port: number): Sink {
  return {
    async deliver(message) {
      const socket = createSocket(host.includes(":") ? "udp6" : "udp4");
      try {
        for (const line of syslogLines(message))
          await new Promise<void>((resolve, reject) =>
            socket.send(line, port, host, (error) => (error ? reject(error) : resolve())),
          );
      } finally {
        socket.close();
      }
    },
  };
}

function overTcp(host: string, port: number, isTls: boolean): Sink {
  let socket: Socket | undefined;

  function connected(): Socket {
    if (socket && !socket.destroyed && socket.writable) return socket;
    const made = isTls
      ? connectTls({ host, port, ...(isIP(host) ? {} : { servername: host }) })
      : connectTcp({ host, port });
    made.setKeepAlive(true);
    // A receiver that closes the connection is noticed before the next delivery.
    made.on("end", () => made.destroy());
    made.on("error", () => {});
    made.resume();
    return (socket = made);
  }

  return {
    deliver: (message) =>
      new Promise((resolve, reject) => {
        const to = connected();
        const end = (error?: Error | null) => {
          clearTimeout(timer);
          to.off("error", end).off("close", closed);
          if (!error) return resolve();
          to.destroy();
          reject(error);
        };
        const closed = () => end(new Error("The syslog receiver closed the connection."));
        const timer = setTimeout(
          () => end(new Error("The syslog receiver did not take the entries in time.")),
          MOST_DELIVERY_MS,
        );
        to.once("error", end).once("close", closed);
        const frames = syslogLines(message).map((line) => `${Buffer.byteLength(line)} ${line}`);
        to.write(frames.join(""), end);
      }),
    async close() {
      socket?.destroy();
    },
  };
}

/** `<priority>1 time host app process id structured-data message`, with the entry as JSON in the message. */
function syslogLines({ entries }: Message): string[] {
  return entries.map((entry) => {
    const priority = AUDIT * 8 + severities[severityOf(entry)];
    const data = `[meta sequenceId="${((entry.sequence - 1) % MOST_SEQUENCE) + 1}"]`;
    const head = `<${priority}>1 ${entry.at} ${hostname() || "-"} standpipe ${process.pid} ${entry.kind ?? "-"}`;
    return `${head} ${data} ${JSON.stringify(entry)}`;
  });
}

function severityOf({ outcome }: StreamedEntry): keyof typeof severities {
  return outcome === undefined || outcome === "ok" ? "informational" : "warning";
}
