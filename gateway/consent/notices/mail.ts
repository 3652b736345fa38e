import { wordsOf, type Channel } from "./notice.js";
import { mostDeliveryMs } from "./post.js";

/** Sends notices by SMTP. */
export function openMail(url: string, { from, to }: { readonly from: string; readonly to: string }): Channel {
  // Few gateways send mail, so the library is loaded with the first one.
  const opened = import("nodemailer").then(({ createTransport }) =>
    createTransport({
      url,
      connectionTimeout: mostDeliveryMs,
      greetingTimeout: mostDeliveryMs,
      socketTimeout: mostDeliveryMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    }),
  );
  return {
    async send(notice) {
      const { title, lines } = wordsOf(notice);
      const text = [...lines, "", `Open it in Standpipe: ${notice.url}`].join("\n");
      await (
        await opened
      ).sendMail({ from, to, subject: title, text, messageId: `<${notice.id}@standpipe>` });
    },
  };
}
