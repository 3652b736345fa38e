/** Prints after two seconds that the work continues. @param what such as `Generating firehydrant` */
export async function withProgress<T>(what: string, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => console.error(`${what} …`), 2_000);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
