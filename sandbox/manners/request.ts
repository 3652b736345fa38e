import { ApiError } from "../api-error.js";
import { isFields } from "../store/absorb.js";
import type { Fields } from "../store/store.js";

/** Reads a body by its type: JSON (also `application/scim+json`), a form, or nothing. */
export async function readIncoming(request: Request): Promise<{ body: unknown }> {
  if (request.method === "GET") return { body: undefined };
  const type = request.headers.get("content-type") ?? "";
  // `request.body` makes a stream, so it is read only where it is needed.
  if (type.includes("multipart/form-data"))
    return { body: request.body === null ? undefined : await readForm(request) };
  const text = await request.text();
  if (text === "") return { body: undefined };
  try {
    return { body: JSON.parse(text) as unknown };
  } catch {
    throw new ApiError(400, "The request body is not valid JSON");
  }
}

/**
 * Reads the body of a request to the control endpoint.
 * @throws ApiError 400 if it is not a JSON object
 */
export async function readFields(request: Request): Promise<Fields> {
  const value: unknown = await request.json().catch(() => undefined);
  if (!isFields(value)) throw new ApiError(400, "The body must be a JSON object");
  return value;
}

async function readForm(request: Request): Promise<Record<string, unknown>> {
  const form = await request.formData().catch(() => {
    throw new ApiError(400, "The request body is not valid multipart/form-data");
  });
  const body: Record<string, unknown> = {};
  for (const name of new Set(form.keys())) {
    const values = form
      .getAll(name)
      .map((value) => (typeof value === "string" ? value : describeFile(value)));
    const key = name.replace(/\[\]$/, "");
    body[key] = values.length > 1 || name.endsWith("[]") ? values : values[0];
  }
  return body;
}

// The contract declares a file as a binary string. The sandbox stores its name and type, not its content.
function describeFile(file: File): string {
  return `${file.name};${file.type};${file.size}`;
}
