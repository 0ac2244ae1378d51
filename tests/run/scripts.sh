#!/usr/bin/env bash
# Reads every shell script of the house with ShellCheck.
set -euo pipefail
cd "$(dirname "$0")/../.."
tests/run/need.sh shellcheck
# SC2317: it cannot see that a function is called by its name in a variable.
shellcheck --exclude=SC2317 --external-sources .ci/run tests/run/*.sh tests/bench/*.sh
