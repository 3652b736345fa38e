/** The fictional company's people, teams and services. Every sentence here is the project's own. */

export const people = [
  "Ines Albrecht",
  "Tomás Rey",
  "Noor Haddad",
  "Priya Raman",
  "Jonas Lind",
  "Maya Okafor",
  "Luca Bianchi",
  "Hana Sato",
  "Erik Solberg",
  "Fatima Zahra",
  "Oleg Petrov",
  "Chloe Martin",
  "Diego Luna",
  "Amara Diallo",
  "Wei Zhang",
  "Sofia Costa",
  "Ben Carter",
  "Leila Nouri",
  "Marek Nowak",
  "Anna Keller",
  "Yusuf Demir",
  "Grace Kim",
  "Pavel Novak",
  "Ruth Cohen",
  "Sam Oduya",
  "Elena Rossi",
  "Viktor Hansen",
  "Nadia Karim",
  "Tim Brandt",
  "Aiko Mori",
  "Carlos Vega",
  "Zoe Walsh",
] as const;

export interface TeamSeed {
  readonly name: string;
  readonly description: string;
  /** Its services, with tier and purpose. */
  readonly services: readonly (readonly [name: string, tier: number, description: string])[];
}

export const teams: readonly TeamSeed[] = [
  {
    name: "Payments",
    description: "Takes money and gives it back.",
    services: [
      ["payments-api", 1, "Accepts, captures and voids card payments."],
      ["payments-ledger", 1, "Books every movement of money twice."],
      ["payments-gateway", 1, "Talks to the card networks."],
      ["refund-worker", 2, "Pays refunds out in batches."],
      ["fraud-scorer", 2, "Rates orders before the card is charged."],
    ],
  },
  {
    name: "Checkout",
    description: "From basket to confirmed order.",
    services: [
      ["checkout-web", 1, "The pages between basket and confirmation."],
      ["cart-service", 1, "Keeps baskets for guests and customers."],
      ["order-service", 1, "Owns the life of an order."],
      ["pricing-engine", 2, "Works out prices, discounts and taxes."],
      ["voucher-service", 3, "Issues and redeems vouchers."],
    ],
  },
  {
    name: "Catalogue",
    description: "What there is to buy, and how to find it.",
    services: [
      ["product-service", 1, "Names, pictures and attributes of products."],
      ["search-api", 1, "Answers the shop's search box."],
      ["search-indexer", 2, "Feeds product changes to the search index."],
      ["image-resizer", 3, "Cuts pictures to size at request time."],
      ["recommendations", 3, "Suggests what else might fit."],
    ],
  },
  {
    name: "Fulfilment",
    description: "From paid order to parcel at the door.",
    services: [
      ["warehouse-bridge", 1, "Sends pick lists to the warehouses."],
      ["inventory-service", 1, "Knows what is in stock, and where."],
      ["shipping-labels", 2, "Prints labels for all carriers."],
      ["tracking-service", 2, "Follows parcels across carriers."],
      ["returns-portal", 3, "Lets customers announce what they send back."],
    ],
  },
  {
    name: "Identity",
    description: "Who a customer is and what they may do.",
    services: [
      ["login-service", 1, "Signs customers in and keeps sessions."],
      ["account-service", 2, "Addresses, preferences and consent."],
      ["token-issuer", 1, "Issues and verifies access tokens."],
      ["email-verifier", 3, "Checks that an address can be reached."],
      ["admin-permissions", 3, "Rights of the company's own people."],
    ],
  },
  {
    name: "Data Platform",
    description: "Events, reports and the warehouse of numbers.",
    services: [
      ["event-stream", 1, "Carries events between all services."],
      ["analytics-warehouse", 3, "Keeps the numbers of all years."],
      ["report-builder", 4, "Builds the weekly reports."],
      ["feature-flags", 2, "Switches features on and off."],
      ["export-jobs", 4, "Delivers files to partners at night."],
    ],
  },
  {
    name: "Infrastructure",
    description: "The ground that everything stands on.",
    services: [
      ["Production-DB", 0, "The primary database cluster of the shop."],
      ["edge-proxy", 0, "Ends TLS and routes all traffic from outside."],
      ["session-cache", 1, "Shared memory for sessions and hot data."],
      ["job-queue", 1, "Runs background work with retries."],
      ["object-storage", 2, "Files, pictures and backups."],
      ["dns-manager", 1, "Names and certificates."],
    ],
  },
  {
    name: "Customer Experience",
    description: "The shop's face and the help behind it.",
    services: [
      ["storefront-web", 1, "The shop in the browser."],
      ["mobile-api", 1, "What the apps talk to."],
      ["notification-service", 2, "Mail, text messages and push."],
      ["help-center", 3, "Answers before anyone has to ask."],
      ["review-service", 4, "Stars and words about products."],
    ],
  },
];

/** Dependencies: a service and the services that it calls. */
export const dependencies: readonly (readonly [string, string])[] = [
  ["checkout-web", "cart-service"],
  ["checkout-web", "payments-api"],
  ["checkout-web", "pricing-engine"],
  ["cart-service", "session-cache"],
  ["cart-service", "product-service"],
  ["order-service", "Production-DB"],
  ["order-service", "payments-api"],
  ["order-service", "inventory-service"],
  ["order-service", "event-stream"],
  ["payments-api", "payments-gateway"],
  ["payments-api", "payments-ledger"],
  ["payments-api", "fraud-scorer"],
  ["payments-ledger", "Production-DB"],
  ["refund-worker", "payments-api"],
  ["refund-worker", "job-queue"],
  ["pricing-engine", "product-service"],
  ["pricing-engine", "voucher-service"],
  ["product-service", "Production-DB"],
  ["search-api", "search-indexer"],
  ["search-indexer", "event-stream"],
  ["image-resizer", "object-storage"],
  ["recommendations", "analytics-warehouse"],
  ["warehouse-bridge", "order-service"],
  ["warehouse-bridge", "job-queue"],
  ["inventory-service", "Production-DB"],
  ["shipping-labels", "object-storage"],
  ["tracking-service", "event-stream"],
  ["returns-portal", "order-service"],
  ["login-service", "token-issuer"],
  ["login-service", "session-cache"],
  ["account-service", "Production-DB"],
  ["token-issuer", "Production-DB"],
  ["storefront-web", "search-api"],
  ["storefront-web", "product-service"],
  ["storefront-web", "edge-proxy"],
  ["mobile-api", "login-service"],
  ["mobile-api", "order-service"],
  ["mobile-api", "edge-proxy"],
  ["notification-service", "job-queue"],
  ["notification-service", "event-stream"],
  ["report-builder", "analytics-warehouse"],
  ["export-jobs", "object-storage"],
];

export const environments = [
  ["Production", "Where customers are."],
  ["Production EU", "The second site, for customers in Europe."],
  ["Staging", "The last stop before customers."],
  ["Development", "Where things may break."],
] as const;

/** What customers do, and the services that it needs. */
export const functionalities: readonly (readonly [
  name: string,
  description: string,
  services: readonly string[],
])[] = [
  ["Paying", "Customers can pay for an order.", ["payments-api", "payments-gateway", "checkout-web"]],
  [
    "Signing in",
    "Customers can sign in and stay signed in.",
    ["login-service", "token-issuer", "session-cache"],
  ],
  ["Searching", "Customers can find products.", ["search-api", "search-indexer"]],
  ["Ordering", "Customers can place an order.", ["order-service", "cart-service", "inventory-service"]],
  ["Tracking a parcel", "Customers can see where their parcel is.", ["tracking-service", "shipping-labels"]],
  [
    "Getting a refund",
    "Customers get their money back.",
    ["refund-worker", "returns-portal", "payments-ledger"],
  ],
  [
    "Browsing products",
    "Customers can look at product pages.",
    ["product-service", "storefront-web", "image-resizer"],
  ],
];
