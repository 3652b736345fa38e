import { page, uuid, type Reply } from "../kit/fire-stub.js";

const services = [
  { id: uuid(1), name: "Production-DB", slug: "production-db" },
  { id: uuid(2), name: "Payments API", slug: "payments-api" },
  { id: uuid(3), name: "Checkout", slug: "checkout-web", owner: { id: uuid(31), name: "Payments" } },
  { id: uuid(4), name: "Checkout", slug: "checkout-mobile", owner: null },
];

const environments = [{ id: uuid(11), name: "Production", slug: "production" }];

const functionalities = [{ id: uuid(21), name: "Search, EU", slug: "search-eu" }];

export const teams = [
  { id: uuid(31), name: "Payments", slug: "payments" },
  { id: uuid(32), name: "Platform", slug: "platform" },
];

const severities = [{ slug: "SEV1" }, { slug: "SEV2" }, { slug: "UNSET" }];

const incidents = Array.from({ length: 450 }, (_, index) => {
  const number = 450 - index;
  return { id: uuid(1000 + number), number, name: `Incident ${number}` };
});

export const lists: Record<string, Reply> = {
  "GET /v1/services": (request) => page(services, request),
  "GET /v1/environments": (request) => page(environments, request),
  "GET /v1/functionalities": (request) => page(functionalities, request),
  "GET /v1/teams": (request) => page(teams, request),
  "GET /v1/severities": (request) => page(severities, request),
  "GET /v1/severity_matrix/conditions": () => [{ id: uuid(41), name: "Unavailable" }],
  "GET /v1/incidents": (request) => page(incidents, request),
  "POST /v1/incidents": ({ body }) => ({ id: uuid(99), number: 451, ...(body as object) }),
};
