#!/usr/bin/env bash
# Writes artifacts/packages: the tool (dotnet-autogen), the library (Autogen.EntityFrameworkCore), what it needs (Autogen.Schema), and the one for hosts
# (Autogen.EntityFrameworkCore.Hosting).
#
#   build/pack.sh [--quiet] [--no-precompile]
#
# --no-precompile leaves out ReadyToRun: packing is faster, every command half a second slower.
# AUTOGEN_PACKAGES names another folder. AUTOGEN_VERSION_SUFFIX makes a prerelease version of its own (0.1.0-SUFFIX), so that a package of the same number in a
# cache is not taken for it.
set -euo pipefail
cd "$(dirname "$0")/.."
if ! command -v dotnet >/dev/null 2>&1; then echo "The .NET 10 SDK is needed: https://dotnet.microsoft.com/download" >&2; exit 1; fi
packages=${AUTOGEN_PACKAGES:-artifacts/packages}
options=(-c Release -nologo -v q -clp:NoSummary ${AUTOGEN_VERSION_SUFFIX:+--version-suffix "$AUTOGEN_VERSION_SUFFIX"})
precompile=true; quiet=false
for option in "$@"; do
    case "$option" in
        --quiet) quiet=true ;;
        --no-precompile) precompile=false ;;
        *) sed -n '2,9p' "$0" >&2; exit 2 ;;
    esac
done
$quiet || echo "Packing into $packages ..."
rm -rf "$packages" artifacts/host artifacts/host-linux-x64 artifacts/bundle; mkdir -p "$packages"
# The SDK compares dates to tell what it must precompile and copy, and a package's files are as old as the package: those of another version
# would be left out.
find src/*/bin src/*/obj -type d \( -name R2R -o -name publish \) ! -newer Directory.Packages.props -prune -exec rm -rf {} + 2>/dev/null || true

dotnet pack src/Autogen.Schema "${options[@]}" -o "$packages"
dotnet pack src/Autogen.EntityFrameworkCore "${options[@]}" -o "$packages"
dotnet pack src/Autogen.EntityFrameworkCore.Hosting "${options[@]}" -o "$packages"
# The engine goes beside the tool, in a folder of its own: it is started with the application's dependencies, not with the tool's.
dotnet publish src/Autogen.Host.Publish "${options[@]}" -o artifacts/host
if $precompile; then
    dotnet publish src/Autogen.Host.Publish "${options[@]}" -r linux-x64 --no-self-contained -p:PublishReadyToRun=true \
        -o artifacts/host-linux-x64
else
    cp -r artifacts/host artifacts/host-linux-x64
fi
# What bundles are compiled with.
dotnet publish src/Autogen.Bundle "${options[@]}" -o artifacts/bundle
dotnet pack src/dotnet-autogen "${options[@]}" -p:Precompile=$precompile -o "$packages"
$quiet || ls "$packages"
