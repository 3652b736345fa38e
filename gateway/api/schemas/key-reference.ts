import { z } from "@hono/zod-openapi";
import {
  mostReferenceCharacters,
  referenceForm,
  referencePattern,
} from "../../accounts/references/reference.js";

/** Where the gateway reads the key of an account. @param instead the field that has the key itself */
export function keyReference(instead: "api_key" | "key") {
  return z
    .string("must be text")
    .max(mostReferenceCharacters)
    .regex(referencePattern, referenceForm)
    .optional()
    .openapi({
      description:
        `Instead of \`${instead}\`: where the gateway reads the key, as file:/PATH, env:NAME or exec:COMMAND. The ` +
        "operator's settings must allow it.",
    });
}
