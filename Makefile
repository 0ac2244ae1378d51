# Interlude: every way to run, build and check it. `make` alone lists them.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

binary := target/release/interlude
packages := frontend/node_modules/.package-lock.json
generated := -path '*/node_modules' -o -path '*/build' -o -path '*/.svelte-kit' -o -path '*/generated' -o -name persisted.json -o -name ids.d.ts
web_sources := $(shell find frontend \( $(generated) \) -prune -o -type f -print)
server_sources := Cargo.toml Cargo.lock $(shell find backend migrations search-index -type f)

.PHONY: help demo build dev test bench fmt schema tools
help: ## list these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## build everything and open a demo organisation on http://localhost:8080
	@exec $(binary) serve --demo --data-dir data/demo

build: $(binary) ## build target/release/interlude with the web app inside

dev: $(packages) ## run server and web app on http://localhost:5173, both following your edits
	@exec tests/run/dev.sh

test: ## run every check there is; the last line counts them
	@exec tests/run/all.sh

bench: build ## load the release binary and compare it with its goals
	@exec tests/bench/run.sh

fmt: $(packages) ## format Rust and the web app
	cargo fmt --all
	cd frontend && npm run --silent format && node_modules/.bin/prettier --config .prettierrc --write '../tests/**/*.mjs'

schema: ## write the API's schema to frontend/schema.graphql
	cargo run --quiet -p server -- schema > target/schema.graphql
	mv target/schema.graphql frontend/schema.graphql

# A built thing is as old as its newest source, so that a second `make demo` starts at once.
$(binary): frontend/build $(server_sources) | tools
	cargo build --release --locked -p server --bin interlude
	@touch $@

frontend/build: $(packages) $(web_sources)
	cd frontend && npm run build
	@touch $@

$(packages): frontend/package.json frontend/package-lock.json | tools
	cd frontend && npm ci
	@touch $@

tools:
	@tests/run/need.sh cargo node
