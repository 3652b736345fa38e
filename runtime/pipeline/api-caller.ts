import { createRedactor } from "../answer/redact.js";
import { sanitiseText } from "../answer/sanitise.js";
import { createCaller, type CallerOptions } from "./call.js";
import { keyStartsIn } from "../contract/auth.js";
import type { Caller } from "../contract/caller.js";
import type { GeneratedApi } from "../contract/catalogue.js";
import type { Registry } from "../registry/registry.js";
import { createAdvice } from "../resolve/advice.js";
import { noLookups, type Lookups } from "../contract/lookups.js";
import { createChoices } from "../resolve/choices.js";
import { createResolver } from "../resolve/resolve.js";

export interface ApiCallerOptions extends Omit<CallerOptions, "advice" | "resolve" | "choices" | "tools"> {
  /** Names in arguments become ids, unless a call turns it off. Default true. */
  readonly resolveNames?: boolean;
}

/**
 * A caller of a generated API for one client's view, with names that become ids, polling, and advice about other tools.
 * None of these uses or names a tool that the view hides.
 */
export function createApiCaller(api: GeneratedApi, registry: Registry, options: ApiCallerOptions): Caller {
  const { upstream, resolveNames = true } = options;
  const { auth, openFields, rateLimit } = api.catalogue.api;
  const redaction = { keyStarts: keyStartsIn(auth), ...options.redaction, open: openFields };
  let lookups: Lookups | undefined;
  const readLookups = async () => (lookups ??= (await api.lookups?.()) ?? noLookups);
  const served = (tool: string) => (registry.visible.has(tool) ? registry.servedName(tool) : undefined);
  const load = (tool: string) => api.load(tool);
  const redactor = createRedactor(redaction, upstream.conceal);
  const resolving = {
    account: upstream,
    lookups: readLookups,
    load,
    served,
    show: (text: string) => redactor.text(sanitiseText(text)),
  };
  const caller = createCaller({
    // One call may use half of the account's window for its pages.
    ...(rateLimit ? { mostPages: Math.max(1, Math.floor(rateLimit.requests / 2)) } : {}),
    ...options,
    redaction,
    advice: createAdvice(() => lookups, served),
    ...(resolveNames ? { resolve: createResolver(resolving), choices: createChoices(resolving) } : {}),
    tools: { load, served },
  });
  return {
    ...caller,
    call(tool, args, context) {
      const call = () => caller.call(tool, args, context);
      // Faults include advice synchronously, so its data must be loaded before.
      return lookups ? call() : readLookups().then(call, call);
    },
  };
}
