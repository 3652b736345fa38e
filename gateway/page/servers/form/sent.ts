import type { Catalogue } from "../../../../runtime/index.js";
import type { ServerConfig } from "../../../server-config.js";
import type { Fields } from "../../page-handler.js";

/** A sent form, and the data to read it with. */
export interface Sent {
  readonly fields: Fields;
  readonly catalogue: Catalogue;
  /** The config of an existing server. */
  readonly before?: ServerConfig;
}
