/* One gateway with two issuers serves all tests of access tokens. */
import "./oauth/without-token.js";
import "./oauth/refused.js";
import "./oauth/rights.js";
import "./oauth/algorithms.js";
import "./oauth/keys.js";
