/** An answer whose shape the test checks itself. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;
