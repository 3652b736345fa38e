/** The token in an Authorization header with the scheme Bearer. */
export function bearerOf(authorization: string | undefined): string | undefined {
  return authorization?.match(/^bearer +(\S.*)$/i)?.[1];
}
