#!/bin/sh
# A hook for git: the layout of the C files that are about to be committed, and the rules that no compiler checks.
set -eu
cd "$(git rev-parse --show-toplevel)"
git diff --cached --name-only --diff-filter=ACMR -z -- '*.c' '*.h' | xargs -0 -r clang-format --dry-run -Werror
sh tests/house/house.sh .
