#!/usr/bin/env bash
# Everything that must hold: format, build, unit tests, tests on a real PostgreSQL and SQLite, end-to-end tests of the packed tool.
# Ends with a line "N passed, N failed"; exits 0 only if nothing failed.
set -uo pipefail
cd "$(dirname "$0")/.."
if ! command -v dotnet >/dev/null 2>&1; then echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; fi
# Built as a release is: deterministic, so that a test that passes here passes on a build server.
export CI=true
exec build/postgres.sh run bash build/run-tests.sh "$@"
