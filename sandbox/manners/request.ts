import { ApiError } from "../api-error.js";

/** Reads a body by its type: JSON (also `application/scim+json`), a form, or nothing. */
export async function readIncoming(request: Request): Promise<{ body: unknown }> {
  const type = request.headers.get("content-type") ?? "";
  if (request.method === "GET" || request.body === null) return { body: undefined };
  if (type.includes("multipart/form-data")) return { body: await readForm(request) };
  const text = await request.text();
  if (text === "") return { body: undefined };
  try {
    return { body: JSON.parse(text) as unknown };
  } catch {
    throw new ApiError(400, "The request body is not valid JSON");
  }
}

async function readForm(request: Request): Promise<Record<string, unknown>> {
  const form = await request.formData();
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
