import { z } from "zod";

/** A file in JSON. `runtime/request` decodes it into a multipart part or a binary body. */
export function fileArgument() {
  return z.strictObject({
    content_base64: z.base64(),
    content_type: z.string().optional(),
    filename: z.string().optional(),
  });
}
