# SPDX-License-Identifier: GPL-3.0-or-later
# Shared by the scripts of this folder; sourced, not run.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

# Objects are shared between clones of the project: paths inside the clone count as relative.
export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1 CCACHE_PCH_EXTSUM=1

say() { printf '\n\033[1m%s\033[0m\n' "$*" >&2; }

# build PRESET TARGET…: configures when needed and builds.
build() {
    local preset=$1
    shift
    say "Building ($preset)"
    if [ ! -f "build/$preset/build.ninja" ]; then
        cmake --preset "$preset"
    fi
    cmake --build --preset "$preset" --parallel "$(nproc)" --target "$@"
}
