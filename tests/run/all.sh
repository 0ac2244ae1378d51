#!/usr/bin/env bash
# Every check there is, in the order in which a mistake is cheapest to hear of. Goes on after a failure.
# Its last line is `N passed, N failed`. Usage: all.sh [WORD], to run only the steps whose name has WORD in it.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
# shellcheck source=tests/run/lib.sh
source tests/run/lib.sh
trap stop INT TERM
only=${1:-}
mkdir -p $logs

export CARGO_TERM_COLOR=never CARGO_TERM_PROGRESS_WHEN=never NO_COLOR=1
export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
# A story waits for the disk half of its time: twice as many as a usual machine has cores.
export RUST_TEST_THREADS=${RUST_TEST_THREADS:-4}
# What the integration tests and the journeys run when they need a whole server.
export TEST_BINARY=$PWD/target/debug/interlude
unset TEST_DATABASE_URL

check() { if [[ $1 == *"$only"* ]]; then step "$@"; fi; }
web() { check "web: $1" env -C frontend "${@:2}"; }

check "tools" tests/run/need.sh cargo node chromium postgres mail-sink scim-client
check "format: Rust" cargo fmt --all --check
check "format: scripts" tests/run/scripts.sh

web_app() {
  check "web: packages" make --no-print-directory frontend/node_modules/.package-lock.json
  check "web: generated documents are fresh" tests/run/fresh.sh
  web "types" npm run --silent check
  web "lint" npm run --silent lint
  web "unit and component tests" npm run --silent test
  web "format of the test programs" node_modules/.bin/prettier --config .prettierrc --check '../tests/**/*.mjs'
  web "build" npm run --silent build
  web "budget" npm run --silent budget
}

# Side by side, on two cores: each of them keeps one waiting for long.
lane "web app" web_app
# Not --all-targets: with it every library is built once more, as a benchmark that it has not.
check "lint: Rust" cargo clippy --workspace --lib --bins --tests --examples --locked -- -D warnings
# The server is built with the web app inside.
join "web app"
# Always the whole workspace: a part of it asks less of what it stands on, which would then be built twice.
check "build: server" cargo build --workspace --locked
check "build: tests" cargo test --workspace --locked --no-run
check "tests on SQLite" cargo test --workspace --locked --no-fail-fast
check "tests on PostgreSQL" tests/run/postgres.sh cargo test --workspace --locked --test it --no-fail-fast
check "journeys in Chromium" node tests/browser/run.mjs
check "deploy" tests/run/deploy.sh
close
