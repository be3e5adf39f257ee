#!/usr/bin/env bash
# The main job, from a fresh machine, in a temporary folder: a model, a revision, an upgrade, a changed model, another revision.
#
#   ./build/demo.sh               on SQLite, no server
#   ./build/demo.sh --postgres    on a throw-away PostgreSQL server
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
if ! command -v dotnet >/dev/null 2>&1; then echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; fi
if [ "${1:-}" = --postgres ] && [ -z "${AUTOGEN_TEST_POSTGRES:-}" ]; then exec "$root/build/postgres.sh" run "$0" --postgres; fi

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
folder=$(mktemp -d "${TMPDIR:-/tmp}/autogen-demo.XXXXXX")
trap 'rm -rf "$folder"' EXIT
# A version of its own: a package of the same number from another build may be in a cache.
export AUTOGEN_VERSION_SUFFIX="demo.$(date +%s)"
version="0.1.0-$AUTOGEN_VERSION_SUFFIX"

bold=; plain=
if [ -t 1 ]; then bold=$'\033[1m'; plain=$'\033[0m'; fi
say() { printf '\n%s== %s%s\n' "$bold" "$1" "$plain"; }
run() { printf '%s$ %s%s\n' "$bold" "$*" "$plain"; "$@"; }

say "Packing the tool and the library (this is the slow part)"
AUTOGEN_PACKAGES="$folder/packages" "$root/build/pack.sh" --quiet --no-precompile

cp -r "$root/tests/samples/Shop" "$folder/Shop"
cd "$folder/Shop"
cat >nuget.config <<XML
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="demo" value="$folder/packages" />
  </packageSources>
</configuration>
XML
if [ "${1:-}" = --postgres ]; then export SHOP_DATABASE="$AUTOGEN_TEST_POSTGRES"; else export SHOP_DATABASE="Data Source=shop.db"; fi

say "A project of its own: $folder/Shop"
dotnet new tool-manifest >/dev/null
dotnet tool install dotnet-autogen --version "$version" | head -n 1
run dotnet autogen init

say "The database is empty; the model has eight tables"
run dotnet autogen revision --autogenerate -m "create tables"
run head -n 32 Revisions/*_create_tables.cs
printf '    …\n'
run dotnet autogen upgrade head
run dotnet autogen check

say "Rows, and a second model: a column added, one dropped, one made required, a table added, one removed, a check changed"
run dotnet run -v q -- fill 100
export ShopModel=2
run dotnet autogen revision --autogenerate -m "second model"
run sed -n '/public override void Upgrade/,/^    }/p' Revisions/*_second_model.cs
run dotnet autogen upgrade head
run dotnet autogen check

say "And back"
run dotnet autogen downgrade -1
run dotnet autogen history -i
run dotnet autogen sql 'SELECT revision, direction, applied_at, milliseconds FROM autogen_log ORDER BY applied_at'

say "That was it. In your own project: dotnet autogen init"
