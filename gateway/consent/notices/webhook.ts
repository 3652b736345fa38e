import { Webhook } from "standardwebhooks";
import type { Channel } from "./notice.js";
import { post } from "./post.js";

/** Posts notices as JSON, signed as Standard Webhooks describe. */
export function openWebhook(url: string, secret: string): Channel {
  const webhook = new Webhook(secret);
  return {
    async send({ id, event, ...data }) {
      const now = new Date();
      const body = JSON.stringify({ type: `approval.${event}`, timestamp: now.toISOString(), data });
      await post("The webhook", url, body, {
        "webhook-id": id,
        "webhook-timestamp": String(Math.floor(now.getTime() / 1000)),
        "webhook-signature": webhook.sign(id, now, body),
      });
    },
  };
}
