#!/usr/bin/env bash
# Writes artifacts/packages: the tool (dotnet-autogen), the library (Autogen.EntityFrameworkCore) and what it needs (Autogen.Schema).
#
#   build/pack.sh [--quiet]
#
# AUTOGEN_VERSION_SUFFIX makes a prerelease version of its own (0.1.0-SUFFIX), so that a package of the same number in a cache is not taken for it.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v dotnet >/dev/null 2>&1; then echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; fi
packages=artifacts/packages
suffix=${AUTOGEN_VERSION_SUFFIX:-}
options=(-c Release -nologo -v q ${suffix:+--version-suffix "$suffix"})
if [ "${1:-}" = --quiet ]; then options+=(-clp:NoSummary); else echo "Packing into $packages ..."; fi
rm -rf "$packages"; mkdir -p "$packages"

dotnet pack src/Autogen.Schema "${options[@]}" -o "$packages"
dotnet pack src/Autogen.EntityFrameworkCore "${options[@]}" -o "$packages"
# The engine goes beside the tool, in a folder of its own: it is started with the application's dependencies, not with the tool's.
dotnet publish src/Autogen.Host "${options[@]}" -o artifacts/host
dotnet publish src/Autogen.Host "${options[@]}" -r linux-x64 --no-self-contained -p:PublishReadyToRun=true -o artifacts/host-linux-x64
dotnet pack src/dotnet-autogen "${options[@]}" -o "$packages"
if [ "${1:-}" != --quiet ]; then ls "$packages"; fi
