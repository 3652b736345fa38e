/* One gateway serves all tests of approvals. */
import "./consent/clients.js";
import "./consent/approval.js";
