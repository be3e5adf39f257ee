#!/usr/bin/env bash
# Interrupts upgrades of twenty revisions (tables, data migrations, backfills, indexes that are made concurrently, rebuilds) and looks at what is left.
#
#   tools/torture/run.sh [--kills N] [--cuts N] [--crashes N] [--races N] [--processes N] [--seed S] [--database pg|sqlite]
#
#   --kills     kill -9 at a random moment, on each database (20)
#   --cuts      PostgreSQL ends the connection at a random moment (5)
#   --crashes   PostgreSQL is stopped with -m immediate at a random moment, and started again (as --cuts)
#   --races     so many times --processes (20) processes upgrade one database at once, on each (5)
#
# The last line is "N trials, L lost"; exits 1 if any was. Starts its own PostgreSQL unless only SQLite is asked for.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
dotnet build "$root/tests/Autogen.Torture" -nologo -v q -clp:NoSummary >&2
run=(dotnet "$root/tests/Autogen.Torture/bin/Debug/net10.0/Autogen.Torture.dll" "$@")
if [[ " $* " == *" --database sqlite "* ]]; then exec "${run[@]}"; fi
exec "$root/build/postgres.sh" run "${run[@]}"
