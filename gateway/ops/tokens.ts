/** JSON of an API has about this many bytes in a token (o200k). Counting exactly would cost more than the rest of a call. */
const BYTES_IN_TOKEN = 3.3;

/** An estimate of the tokens in a text. */
export function tokensOfBytes(bytes: number): number {
  return Math.ceil(bytes / BYTES_IN_TOKEN);
}
