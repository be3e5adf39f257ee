#!/usr/bin/env bash
# Everything that must hold: format, build, unit tests, tests on a real PostgreSQL and SQLite, end-to-end tests of the packed tool.
# Ends with a line "N passed, N failed"; exits 0 only if nothing failed.
#
#   build/test.sh                          all of it, on the installed PostgreSQL (15 in CI); a part of it again on those of AUTOGEN_TEST_OTHER_VERSIONS
#   build/test.sh --postgres-version N     the tests that need a PostgreSQL server, on the major version N (12 to 18), and nothing else
#
# The servers of other versions are npm's (build/postgres-programs.sh). Where they can't be had the run fails.
set -uo pipefail
cd "$(dirname "$0")/.."
if ! command -v dotnet >/dev/null 2>&1; then echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; fi
# Built as a release is: deterministic, so that a test that passes here passes on a build server.
export CI=true
case "$*" in
    "") exec build/postgres.sh run bash build/run-tests.sh ;;
    "--postgres-version "[0-9]*) exec build/postgres.sh --version "$2" run bash build/run-tests.sh --postgres-only ;;
    *) sed -n '2,8p' "$0" >&2; exit 2 ;;
esac
