/** An answer whose shape the test itself is about to judge. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;
