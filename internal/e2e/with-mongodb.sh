#!/usr/bin/env bash
# Runs a command with MONGODB_TEST_URI set: to the server named there already,
# else to a throwaway one that speaks MongoDB's wire protocol.
set -euo pipefail
if [ -n "${MONGODB_TEST_URI:-}" ]; then
	exec "$@"
fi
root=$(cd "$(dirname "$0")/../.." && pwd)
coproc MONGO { exec "$root/.build/ferretdb"; }
trap 'exec {MONGO[1]}>&- || true; wait "$MONGO_PID" 2>/dev/null || true' EXIT # it ends when its stdin closes
read -r MONGODB_TEST_URI <&"${MONGO[0]}"
export MONGODB_TEST_URI
"$@" </dev/null
