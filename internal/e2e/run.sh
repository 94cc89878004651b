#!/usr/bin/env bash
# Runs the browser stories, those named, or a bench: finds or installs Chromium and playwright-core.
set -euo pipefail
cd "$(dirname "$0")"

find_chromium() {
	local name
	for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
		if [ -n "$name" ] && command -v "$name" >/dev/null; then
			command -v "$name"
			return
		fi
	done
	node -e 'const p = require("playwright-core").chromium.executablePath(); require("fs").accessSync(p); console.log(p)' 2>/dev/null || true
}

if [ ! -d node_modules ] || [ package-lock.json -nt node_modules ]; then
	npm ci --no-audit --no-fund --loglevel=error
	touch node_modules
fi
CHROMIUM=$(find_chromium)
if [ -z "$CHROMIUM" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
	CHROMIUM=$(find_chromium)
fi
if [ -z "$CHROMIUM" ]; then
	npx playwright-core install chromium
	CHROMIUM=$(find_chromium)
fi
[ -n "$CHROMIUM" ] || { echo "no Chromium found and none could be installed: set CHROMIUM to a browser" >&2; exit 1; }
export CHROMIUM
[ $# -gt 0 ] || set -- ./*.test.mjs
case $1 in *.test.mjs) ;; *) exec node "$@" ;; esac
exec node --test --test-concurrency=1 --test-reporter=spec "$@"
