#!/usr/bin/env bash
# Both halves while you edit: the web app reloads by itself, the server is built anew and restarted.
# The web app is at http://localhost:5173 and asks the server at http://localhost:8080. Ctrl-C stops both.
set -euo pipefail
cd "$(dirname "$0")/../.."
web=
server=

stop() {
  trap - EXIT INT TERM
  # shellcheck disable=SC2086 # one that was never started is no word
  kill $web $server 2>/dev/null || true
  wait
}
trap stop EXIT
trap 'exit 130' INT TERM

restart_server() {
  if [[ -n $server ]]; then
    kill "$server" 2>/dev/null || true
    wait "$server" || true
  fi
  target/debug/interlude serve --demo --data-dir data/dev &
  server=$!
}

edited() { [[ -n $(find Cargo.toml backend migrations search-index -newer target/dev-built -type f -print -quit) ]]; }

mkdir -p target frontend/build
npm --prefix frontend run --silent gen
env -C frontend node_modules/.bin/vite dev --clearScreen false &
web=$!

while true; do
  touch target/dev-built
  if cargo build -p server; then restart_server; fi
  until edited; do
    kill -0 $web 2>/dev/null || exit 1
    sleep 1
  done
done
