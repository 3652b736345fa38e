/** The longest delivery, in milliseconds. */
export const mostDeliveryMs = 15_000;

/** Posts JSON. @throws Error for any answer but 2xx; it does not say the URL, which may be a secret */
export async function post(
  receiver: string,
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const response = await fetch(url, {
    method: "POST",
    body,
    redirect: "error",
    signal: AbortSignal.timeout(mostDeliveryMs),
    headers: { "content-type": "application/json", ...headers },
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${receiver} answered ${response.status}.`);
}
