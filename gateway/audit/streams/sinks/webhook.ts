import { Webhook } from "standardwebhooks";
import { MOST_DELIVERY_MS, Refusal, type Sink } from "../sink.js";

/** Answers that are about the content of the message. Others say that the receiver is down or set up wrongly. */
const refusals = new Set([400, 413, 415, 422]);

/** Posts entries as JSON, signed as Standard Webhooks describe. */
export function openWebhook(url: string, secret: string): Sink {
  const webhook = new Webhook(secret);
  return {
    async deliver(message) {
      const body = JSON.stringify({ type: "audit.entries", ...message });
      const now = new Date();
      const response = await fetch(url, {
        method: "POST",
        body,
        redirect: "error",
        signal: AbortSignal.timeout(MOST_DELIVERY_MS),
        headers: {
          "content-type": "application/json",
          "webhook-id": message.id,
          "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
          "webhook-signature": webhook.sign(message.id, now, body),
        },
      });
      await response.body?.cancel();
      if (response.ok) return;
      const answer = `The webhook answered ${response.status}.`;
      throw refusals.has(response.status) ? new Refusal(answer) : new Error(answer);
    },
  };
}
