#!/usr/bin/env bash
# Measures target/release/interlude and writes the table to target/benchmarks.md as well.
set -euo pipefail
cd "$(dirname "$0")/../.."
tests/run/need.sh wrk postgres
# All in one: by itself a crate asks less of what it stands on, and that would be built again.
cargo build --release --locked -p tests -p pairings \
  --example floor --example fanout --example corrections --example opening --example pairs --example sign_ins
# Ten thousand sockets are ten thousand open files, on both ends.
ulimit -n "$(ulimit -Hn)"
timeout 1200 tests/run/postgres.sh node tests/bench/run.mjs | tee target/benchmarks.md
