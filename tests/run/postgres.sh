#!/usr/bin/env bash
# Runs a command beside a PostgreSQL of its own, found at TEST_DATABASE_URL, and leaves nothing behind.
# Usage: postgres.sh COMMAND...
set -euo pipefail
cd "$(dirname "$0")/../.."
tests/run/need.sh postgres

programs=$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -1)
programs=$(dirname "$(readlink -f "$programs")")
home=$(mktemp -d "${TMPDIR:-/tmp}/interlude-postgres.XXXXXX")

# PostgreSQL refuses to run as root.
as_owner() {
  if [[ $EUID -eq 0 ]]; then
    setpriv --reuid=postgres --regid=postgres --clear-groups env -C "$home" HOME="$home" "$@"
  else
    env -C "$home" "$@"
  fi
}

stop() {
  trap '' INT TERM
  [[ ! -e $home/data/postmaster.pid ]] || as_owner "$programs/pg_ctl" -D "$home/data" -m immediate -s stop || true
  rm -rf "$home"
}
trap stop EXIT
trap 'exit 130' INT TERM

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }

if [[ $EUID -eq 0 ]]; then chown postgres:postgres "$home"; fi
port=$(free_port)
as_owner "$programs/initdb" -D "$home/data" -U interlude -A trust -E UTF8 --locale=C.UTF-8 --no-instructions >"$home/initdb.log" 2>&1 ||
  { cat "$home/initdb.log" >&2 && exit 1; }
# What is acknowledged must be on disk here as anywhere (the kill test asks): fsync stays on.
cat >>"$home/data/postgresql.conf" <<SETTINGS
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = '$home'
max_connections = 300
SETTINGS
as_owner "$programs/pg_ctl" -D "$home/data" -l "$home/server.log" -w -s start >/dev/null ||
  { cat "$home/server.log" >&2 && exit 1; }
as_owner "$programs/createdb" -h 127.0.0.1 -p "$port" -U interlude interlude

export TEST_DATABASE_URL=postgres://interlude@127.0.0.1:$port/interlude
"$@"
