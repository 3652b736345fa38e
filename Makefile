# Each target installs what it needs first; `make help` lists them.
.DEFAULT_GOAL := help
SHELL := /bin/bash
STANDPIPE := node dist/standpipe.mjs
# Our own TypeScript; npx would start two more processes first.
TS := node --import tsx
GENERATE := node build/generate.mjs

.PHONY: help serve test test-changed profile generate check build release image-tree bench stats test-built test-conformance test-wild test-clients test-sdk test-upgrade update clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

node_modules/.installed: package.json package-lock.json
	npm ci --no-audit --no-fund
	@touch $@

serve: build ## Serve the gateway with a sandbox behind it on 127.0.0.1:8808 or PORT=...; no key needed
	@$(STANDPIPE) gateway --sandbox $(if $(PORT),--port $(PORT))

test: node_modules/.installed ## Install what is missing and run all tests
	npx vitest run

test-changed: node_modules/.installed ## Run the tests that import what differs from main, or from BASE=<commit>
	npx vitest run --changed $$(git merge-base HEAD $(or $(BASE),main))

generate: node_modules/.installed ## Write generated/ from specs/ and templates/
	$(GENERATE)

check: node_modules/.installed ## Freshness of generated/, types, lint, dead code and format
	$(GENERATE) --check
	npx tsc -p .
	npx eslint .
	npx knip
	npx prettier --check .

build: node_modules/.installed generate ## Bundle the product into dist/
	$(TS) build/build.ts

release: build ## Pack package, desktop bundle, component list and checksums into release/
	$(TS) deploy/release.ts

image-tree: node_modules/.installed ## Start the container's image without an engine, as its own user (root on Linux)
	$(TS) deploy/image-tree.ts

bench: build ## Measure start, calls, memory, sandbox, diff, tokens, generation; ROOMS=... for some; SAVE=1, CHECK=1
	$(TS) bench/bench.ts $(ROOMS) $(if $(SAVE),--save) $(if $(CHECK),--check)

profile: node_modules/.installed ## Show where a call's processor time goes; OVER=stdio, http, traced or gateway
	$(TS) bench/profile.ts $(OVER)

stats: node_modules/.installed ## Tokens per tool, group and surface
	$(TS) cli/main.ts stats

BUILT := api bounds consent filters lists operations options proxies rights-taken-away rights-taken-away-streams \
  serving serving-limits servers-by-name web-pages
# On SQLite, `make test` runs all of test/attack/ against the bundle.
# Not here: regular-expressions, which has no store, and unwritable-log, which locks an SQLite file.
ATTACKS := answers approvals counts departing-clients expressions fuzz-calls fuzz-routes idle-streams keys large-log programs \
  lines odd-requests strangers web-pages

test-built: build ## Run tests of the gateway against dist/, on SQLite and on PostgreSQL, and kill it 100 times on each
	STANDPIPE_RUNS=1000 npx vitest run test/gateway/programs/interleavings.test.ts
	STANDPIPE_TEST_DIST=1 STANDPIPE_TEST_STORE=sqlite STANDPIPE_TEST_KILLS=20 npx vitest run \
	  $(BUILT:%=test/gateway/%.test.ts) test/faults/kill.test.ts
	STANDPIPE_TEST_DIST=1 STANDPIPE_TEST_STORE=postgres STANDPIPE_TEST_KILLS=20 npx vitest run \
	  $(BUILT:%=test/gateway/%.test.ts) $(ATTACKS:%=test/attack/%.test.ts) test/gateway/replicas-{consent,tasks}.test.ts \
	  test/faults/{kill,programs}.test.ts test/gateway/programs/workflows.test.ts

test-conformance: node_modules/.installed ## Run the protocol's conformance suite (installs it in a scratch folder)
	npx vitest run --config vitest.conformance.config.ts

test-wild: node_modules/.installed ## Generate from big documents of other APIs (installs them in a scratch folder)
	npx vitest run --config vitest.wild.config.ts

test-clients: node_modules/.installed ## List tools and call one with MCP clients from npm (installs them in a scratch folder)
	npx vitest run --config vitest.clients.config.ts

test-sdk: node_modules/.installed ## Run FireHydrant's TypeScript SDK, a checkout at SDK=<folder>, against the sandbox
	SDK=$(SDK) npx vitest run --config vitest.sdk.config.ts

test-upgrade: node_modules/.installed ## Run the last release, or RELEASE=<tag or commit>, and this version on one database
	RELEASE=$(RELEASE) npx vitest run --config vitest.upgrade.config.ts

update: node_modules/.installed ## Import SPEC=<file or URL>, generate, and show what changes
	$(TS) cli/main.ts update $(SPEC)

clean: ## Remove what was built
	rm -rf dist release image-tree .cache node_modules/.cache
