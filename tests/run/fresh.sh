#!/usr/bin/env bash
# Writes the web app's generated files anew, and fails when the committed one among them was out of date.
set -euo pipefail
cd "$(dirname "$0")/../../frontend"
before=$(git hash-object persisted.json)
npm run --silent gen
if [[ $(git hash-object persisted.json) != "$before" ]]; then
  echo "frontend/persisted.json was out of date; it is written anew, commit it"
  exit 1
fi
