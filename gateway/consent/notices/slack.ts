import { wordsOf, type Channel } from "./notice.js";
import { post } from "./post.js";

/** Posts notices to an incoming webhook of Slack, as text with a link. */
export function openSlack(url: string): Channel {
  return {
    async send(notice) {
      const { title, lines } = wordsOf(notice);
      const text = [`*${plain(title)}*`, ...lines.map(plain), `<${notice.url}|Open it in Standpipe>`].join(
        "\n",
      );
      await post("Slack", url, JSON.stringify({ text }));
    },
  };
}

/** Without Slack's commands, such as links and mentions of everyone. */
function plain(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
