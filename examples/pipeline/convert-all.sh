#!/bin/sh
# Converts every domain XML of a folder in one process. Answers go to RESULTS, a line of JSON each; what was refused is
# listed, and the status says whether anything was.
#   convert-all.sh FOLDER QEMU_VERSION [RESULTS]
set -eu
folder=$1
version=$2
results=${3:-}
if [ -z "$results" ]; then
  results=$(mktemp)
  trap 'rm -f "$results"' EXIT
fi

for file in "$folder"/*.xml; do
  printf '{"id":"%s","file":"%s","options":{"qemuVersion":"%s","host":"none"}}\n' "$(basename "$file" .xml)" "$file" "$version"
done | domxml2qemu batch > "$results"

printf '%s of %s guests converted\n' "$(grep -c '"ok":true' "$results")" "$(wc -l < "$results")"
sed -nE 's/^\{"id":"([^"]*)","ok":false,"error":\{"code":"([^"]*)","severity":"[a-z]*","message":"([^"]*)".*/\1: \2: \3/p' "$results"
! grep -q '"ok":false' "$results"
