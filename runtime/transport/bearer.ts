/** The token of an Authorization header of the scheme Bearer. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return authorization?.match(/^bearer +(\S.*)$/i)?.[1];
}
