#!/usr/bin/env bash
# Upgrades under adverse conditions, and a look at what is left. Without a count: --kills 20 --cuts 5 --crashes 5 --races 5 on both
# databases; with one, only what is counted.
#
#   tools/torture/run.sh [COUNTS] [--seed S] [--database pg|sqlite] [--version 12..18] [--through direct|pgbouncer|pgbouncer-session|pgpool]
#
# Twenty revisions (tables, data migrations, backfills, indexes that are made concurrently, rebuilds), interrupted:
#   --kills N         kill -9 at a random moment, on each database
#   --cuts N          PostgreSQL ends the connection at a random moment
#   --crashes N       PostgreSQL is stopped with -m immediate at a random moment, and started again (as --cuts)
#   --races N         so many times --processes (20) processes upgrade one database at once, on each
#
# PostgreSQL only:
#   --mixed-races N   --starters (8) start at once on a new database: the packed tool, a bundle, an application, others in this process;
#                     --race-kinds tool,bundle,application,in-process
#   --takeovers N     kill -9 of the holder inside a statement, a backfill, CREATE INDEX CONCURRENTLY; how long until the next upgrade has
#                     its turn
#   --freezes N       SIGSTOP of the holder there until another upgrade has completed, then SIGCONT: it must change nothing
#   --failovers N     a primary is killed at a random moment and its standby promoted: what was reported as done is there, and the rest can
#                     be done
#   --stalls N        how long a writer waits while an upgrade wants a table that a reader holds for --reader (20) seconds; psql beside it
#   --fleet-kills N   four workers share a fleet of N * 8 schemas by a ledger; N times one of them gets kill -9 at a random moment, and is
#                     started again: each operation ran once in each database
#
# The last line is "N trials, L lost"; exits 1 if any was. Starts its own PostgreSQL (--version: build/postgres.sh) and pooler (--through:
# build/pooler.sh).
# Mixed races pack the tool, unless AUTOGEN_TEST_PACKAGES and AUTOGEN_TEST_VERSION name packages that are packed.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
through=direct; version=; options=()
while [ $# -gt 0 ]; do
    case "$1" in
        --through) through=${2:?}; options+=(--through "$2"); shift 2 ;;
        --version) version=${2:?}; shift 2 ;;
        -h | --help) sed -n '2,28p' "$0"; exit 0 ;;
        *) options+=("$1"); shift ;;
    esac
done

if [[ " ${options[*]-} " == *" --mixed-races "* && -z "${AUTOGEN_TEST_PACKAGES:-}" ]]; then
    packages=$(mktemp -d "${TMPDIR:-/tmp}/autogen-torture.XXXXXX")
    trap 'rm -rf "$packages"' EXIT
    # A version of its own: a package of the same number from another build may be in a cache.
    suffix="torture.$(date +%s)"
    AUTOGEN_PACKAGES="$packages" AUTOGEN_VERSION_SUFFIX="$suffix" "$root/build/pack.sh" --quiet >&2
    export AUTOGEN_TEST_PACKAGES="$packages"
    AUTOGEN_TEST_VERSION="$(sed -n 's:.*<VersionPrefix>\(.*\)</VersionPrefix>.*:\1:p' "$root/build/Common.props")-$suffix"
    export AUTOGEN_TEST_VERSION
fi
export AUTOGEN_TORTURE_SAMPLE="$root/tests/samples/Race"
dotnet build "$root/tests/Autogen.Torture" -nologo -v q -clp:NoSummary -p:RunAnalyzers=false >&2

run=(dotnet "$root/tests/Autogen.Torture/bin/Debug/net10.0/Autogen.Torture.dll" ${options[@]+"${options[@]}"})
if [ "$through" != direct ]; then run=("$root/build/pooler.sh" run "$through" "${run[@]}"); fi
if [[ " ${options[*]-} " != *" --database sqlite "* ]]; then
    run=("$root/build/postgres.sh" ${version:+--version "$version"} run "${run[@]}")
fi
"${run[@]}"
