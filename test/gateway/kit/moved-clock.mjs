/* Loaded before a gateway in its own process (node --import). The test writes into a file how far its clock is ahead. */
import { readFileSync } from "node:fs";

const RealDate = globalThis.Date;
const ahead = () => Number(readFileSync(process.env.TEST_CLOCK, "utf8"));

globalThis.Date = class Date extends RealDate {
  constructor(...given) {
    if (given.length === 0) super(RealDate.now() + ahead());
    else super(...given);
  }
  static now() {
    return RealDate.now() + ahead();
  }
};
