/* One gateway with two sandboxes serves all tests of `search` and `fetch` over a server URL. */
import "./server-url/clients.js";
import "./server-url/search-and-fetch.js";
