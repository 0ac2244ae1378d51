#!/usr/bin/env bash
# Makes sure that tools are there: installs what Debian has when we are root, else says in one line what to install.
# Usage: need.sh TOOL...
set -euo pipefail

venv=$(cd "$(dirname "$0")/../.." && pwd)/target/python

can_install() { [[ $EUID -eq 0 ]] && command -v apt-get >/dev/null; }

install() {
  export DEBIAN_FRONTEND=noninteractive
  echo "installing $*"
  apt-get update -qq
  apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold "$@" >/dev/null
}

# need WHAT IT IS | THE TEST THAT IT IS THERE | DEBIAN PACKAGES
need() {
  local what=$1 is_there=$2 packages=$3
  $is_there && return
  # shellcheck disable=SC2086 # several packages are several words
  if can_install && install $packages && $is_there; then return; fi
  echo "$what is missing: install it (on Debian: apt-get install $packages)" >&2
  exit 1
}

has() { command -v "$1" >/dev/null; }
newer() { printf '%s\n%s\n' "$1" "$2" | sort -CV; }

has_compiler() { has cc; }
has_chromium() { [[ -x ${CHROMIUM:-/usr/bin/chromium} ]]; }
has_postgres() { has initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }
has_compose() { docker compose version &>/dev/null || has docker-compose; }
has_systemd() { has systemd-analyze; }
has_python() { has python3 && python3 -c 'import ensurepip, venv' 2>/dev/null; }
has_mail_sink() { "$venv/bin/python" -c 'import aiosmtpd, icalendar' 2>/dev/null; }
has_scim_client() { "$venv/bin/python" -c 'import httpx2, scim2_tester' 2>/dev/null; }
has_libical() { "$venv/bin/python" -c 'import ctypes; ctypes.CDLL("libicalss.so.3")' 2>/dev/null; }
has_shellcheck() { has shellcheck; }
has_wrk() { has wrk; }

need_cargo() {
  local wanted=1.95
  if ! has cargo || ! newer $wanted "$(cargo --version | cut -d' ' -f2)"; then
    echo "Rust is missing or old: install $wanted or newer with rustup" >&2
    exit 1
  fi
  need "a C compiler" has_compiler "gcc libc6-dev"
}

need_node() {
  local wanted=20.19
  if ! has npm || ! newer $wanted "$(node --version | tr -d v)"; then
    echo "Node is missing or old: install $wanted or newer, with npm" >&2
    exit 1
  fi
}

# into_venv PACKAGES: what PyPI has, beside the sources.
into_venv() {
  need "Python with venv" has_python "python3 python3-venv"
  [[ -x $venv/bin/pip ]] || python3 -m venv "$venv"
  "$venv/bin/pip" install --quiet --disable-pip-version-check "$@"
}

# A mail server and two readers of calendars that others wrote, for the stories about letters.
need_mail_sink() {
  if ! has_mail_sink; then
    into_venv aiosmtpd==1.4.6 icalendar==7.3.0
    has_mail_sink
  fi
  need "libical" has_libical libical3
}

# A client of SCIM that others wrote, with the checks that they make of a server.
need_scim_client() {
  if ! has_scim_client; then
    into_venv scim2-tester==0.5.2 'scim2-client[httpx2]==0.13.2' scim2-models==0.12.3 httpx2==2.16.2
    has_scim_client
  fi
}

need_postgres() {
  # Debian would start a cluster of its own at once; we only want the programs.
  local settings=/etc/postgresql-common/createcluster.conf
  if ! has_postgres && can_install && [[ ! -e $settings ]]; then
    mkdir -p "${settings%/*}"
    echo "create_main_cluster = false" >$settings
  fi
  need "PostgreSQL" has_postgres postgresql
}

for tool in "$@"; do
  case $tool in
    cargo) need_cargo ;;
    node) need_node ;;
    postgres) need_postgres ;;
    chromium) need "Chromium" has_chromium chromium ;;
    compose) need "Docker Compose" has_compose docker-compose ;;
    systemd) need "systemd-analyze" has_systemd systemd ;;
    python) need "Python with venv" has_python "python3 python3-venv" ;;
    mail-sink) need_mail_sink ;;
    scim-client) need_scim_client ;;
    shellcheck) need "ShellCheck" has_shellcheck shellcheck ;;
    wrk) need "wrk" has_wrk wrk ;;
    *) echo "need.sh does not know $tool" >&2 && exit 2 ;;
  esac
done
