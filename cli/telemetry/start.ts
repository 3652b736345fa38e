import { CommandError } from "../command/errors.js";
import type { Telemetry } from "./telemetry.js";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Starts OpenTelemetry if a variable OTEL_… is set. Otherwise none of its libraries is loaded.
 * @param report receives failures of sending, at most one a minute
 * @throws CommandError for a variable whose value Standpipe does not support
 */
export async function startTelemetry(
  env: Environment,
  version: string,
  report: (error: Error) => void,
): Promise<Telemetry | undefined> {
  if (!isAsked(env)) return undefined;
  const [traces, metrics] = [exporter(env, "OTEL_TRACES_EXPORTER"), exporter(env, "OTEL_METRICS_EXPORTER")];
  const protocol = env["OTEL_EXPORTER_OTLP_PROTOCOL"] || "http/protobuf";
  if (protocol !== "http/protobuf")
    throw new CommandError(
      `OTEL_EXPORTER_OTLP_PROTOCOL is ${protocol}. Standpipe sends http/protobuf: set that, or leave the variable out.`,
    );
  const { startSdk } = await import("./sdk.js");
  return startSdk({ traces, metrics, version, report });
}

function isAsked(env: Environment): boolean {
  const isSet = Object.entries(env).some(([name, value]) => name.startsWith("OTEL_") && value);
  return isSet && env["OTEL_SDK_DISABLED"]?.toLowerCase() !== "true";
}

function exporter(env: Environment, name: string): boolean {
  const wanted = env[name] || "otlp";
  if (wanted === "otlp" || wanted === "none") return wanted === "otlp";
  throw new CommandError(`${name} is ${wanted}. Set it to otlp or none.`);
}
