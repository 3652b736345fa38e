/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** Leads to the sandbox's own page. Shows nothing without one. */
export function SandboxLink({ href }: { readonly href: string | undefined }) {
  return href === undefined ? null : <a href={href}>What happens in the sandbox</a>;
}
