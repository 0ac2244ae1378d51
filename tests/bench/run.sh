#!/usr/bin/env bash
# Measures target/release/interlude and writes the table to target/benchmarks.md as well.
set -euo pipefail
cd "$(dirname "$0")/../.."
tests/run/need.sh wrk postgres
cargo build --release --locked -p tests --example floor --example fanout --example corrections
cargo build --release --locked -p pairings --example pairs
# Ten thousand sockets are ten thousand open files, on both ends.
ulimit -n "$(ulimit -Hn)"
timeout 720 tests/run/postgres.sh node tests/bench/run.mjs | tee target/benchmarks.md
