/** Where the project is kept, which only a release knows. */
export interface Repository {
  /** Such as `https://github.com/owner/standpipe`. */
  readonly url: string;
  readonly owner: string;
  readonly name: string;
}

/**
 * @param slug `owner/name` on GitHub
 * @throws Error where it isn't one
 */
export function repositoryOf(slug: string): Repository {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(slug) ?? [];
  if (owner === undefined || name === undefined) throw new Error(`"${slug}" is no owner/name.`);
  return { url: `https://github.com/${slug}`, owner, name };
}

/** The name under which the registry of MCP servers lists it. */
export function registryName({ owner, name }: Repository): string {
  return `io.github.${owner}/${name}`;
}
