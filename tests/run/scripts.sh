#!/usr/bin/env bash
# Reads every shell script of the house with ShellCheck.
set -euo pipefail
cd "$(dirname "$0")/../.."
tests/run/need.sh shellcheck
shellcheck --external-sources .ci/run tests/run/*.sh tests/bench/*.sh
