/** The project's repository, which only a release knows. */
export interface Repository {
  /** Such as `https://github.com/owner/standpipe`. */
  readonly url: string;
  readonly owner: string;
  readonly name: string;
}

/**
 * @param slug `owner/name` on GitHub
 * @throws Error if it is invalid
 */
export function repositoryOf(slug: string): Repository {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(slug) ?? [];
  if (owner === undefined || name === undefined) throw new Error(`"${slug}" is not an owner/name.`);
  return { url: `https://github.com/${slug}`, owner, name };
}

/** The name in the registry of MCP servers. */
export function registryName({ owner, name }: Repository): string {
  return `io.github.${owner}/${name}`;
}
