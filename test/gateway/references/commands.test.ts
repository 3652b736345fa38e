import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultOf, keysWith, top, us, useFolders } from "./kit.js";

useFolders();

describe("a reference to a command", () => {
  const script = () => join(top, "print-key");
  async function commandThat(source: string): Promise<string> {
    await writeFile(script(), `#!${process.execPath}\n${source}`);
    await chmod(script(), 0o700);
    return `${script()} read secret/fh`;
  }

  it("gives its output, without a shell and without the gateway's secrets", async () => {
    const commands = await commandThat(
      `const { PATH, STANDPIPE_SECRET_KEY, DATABASE_URL, VAULT_ADDR } = process.env;
       console.log([process.argv.slice(2).join("+"), VAULT_ADDR, STANDPIPE_SECRET_KEY ?? DATABASE_URL ?? "none"].join(" "))`,
    );
    const env = { VAULT_ADDR: "vault", STANDPIPE_SECRET_KEY: "secret", DATABASE_URL: "database" };
    expect(await keysWith({ commands }, { env }).read(`exec:${commands}`, us)).toBe(
      "read+secret/fh vault none",
    );
  });

  it.each(["/bin/cat /etc/passwd", "print-key read secret/fh; id", "print-key read secret/other"])(
    "is refused unless it is exactly an allowed one: %s",
    async (command) => {
      const commands = await commandThat("console.log(1)");
      expect(await faultOf(keysWith({ commands }).read(`exec:${command}`, us))).toContain(
        "STANDPIPE_KEY_COMMANDS does not allow it",
      );
    },
  );

  it("says that it failed or wrote too much, and nothing of its output", async () => {
    for (const [source, why] of [
      ['console.error("fhb-secret"); process.exit(3)', "the command failed (3)"],
      ['process.stdout.write("s".repeat(100_000))', "the command wrote more than 20000 bytes"],
    ] as const) {
      const commands = await commandThat(source);
      expect(await faultOf(keysWith({ commands }).read(`exec:${commands}`, us))).toBe(why);
    }
  });

  it("is started once for calls at the same time, and again after a minute", async () => {
    const counter = join(top, "runs");
    const commands = await commandThat(
      `const fs = require("node:fs"); fs.appendFileSync(${JSON.stringify(counter)}, "x");
       console.log("fhb-" + fs.readFileSync(${JSON.stringify(counter)}, "utf8").length)`,
    );
    let now = 0;
    const keys = keysWith({ commands }, { clock: () => now });
    const read = () => keys.read(`exec:${commands}`, us);
    expect(await Promise.all([read(), read(), read()])).toEqual(["fhb-1", "fhb-1", "fhb-1"]);
    now += 59_999;
    expect(await read()).toBe("fhb-1");
    now += 1;
    // The call does not wait for the command.
    expect(await read()).toBe("fhb-1");
    await expect.poll(read).toBe("fhb-2");
  });
});
