export const incident = (index: number) => ({
  id: `3f2a9c1e-7b4d-4e2f-9a1c-${String(index * 7919).padStart(12, "0")}`,
  number: index,
  name: "Checkout latency above 2 s in eu-west-1",
  severity: "SEV2",
  created_at: "2026-03-01T12:34:56.789Z",
  services: [{ id: "9d0c1b2a-1111-4222-8333-444455556666", name: "payments-api" }],
  incident_url: "https://app.example.io/incidents/3f2a9c1e",
  active: true,
});
