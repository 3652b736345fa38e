import { CORE_SCHEMA, load } from "js-yaml";
import { parse } from "yaml";

/**
 * The value of a YAML text. js-yaml is three times as fast. If it fails, yaml reports the error, because its messages
 * are clearer.
 * @throws Error of yaml
 */
export function yamlValue(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch {
    return parse(text);
  }
}
