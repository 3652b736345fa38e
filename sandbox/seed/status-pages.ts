import type { World } from "../world.js";

const pages = [
  ["Lighthouse Goods status", "status.lighthouse-goods.example"],
  ["Partner status", "partners.lighthouse-goods.example"],
] as const;

/** How the pages call the conditions of the severity matrix. */
const pageConditions: Readonly<Record<string, string>> = {
  Degraded: "degraded_performance",
  Unavailable: "major_outage",
  Bug: "minor_outage",
  Operational: "operational",
};

/** The company's own status pages, with every service as a component. */
export function plantStatusPages(world: World): void {
  const conditions = world.store.all("severity_matrix/conditions").map(({ id, data: { name } }) => ({
    condition_id: id,
    condition_name: name,
    nunc_condition: pageConditions[String(name)],
  }));
  const components = world.store.all("services").map(({ id, data: { name } }, position) => ({
    infrastructure_id: id,
    infrastructure_type: "Service",
    label: name,
    position,
  }));
  for (const [title, domain] of pages) {
    world.add("nunc_connections", {
      title,
      company_name: "Lighthouse Goods",
      domain,
      cname: "pages.firehydrant.example",
      publish_state: "published",
      is_dns_verified: true,
      auto_publish: false,
      ui_version: 2,
      exposed_fields: [],
      primary_color: "#0b5fff",
      secondary_color: "#102a43",
      conditions,
      components,
    });
  }
}
