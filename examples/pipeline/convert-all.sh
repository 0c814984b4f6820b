#!/bin/sh
# Converts every domain XML of a folder in one process: a line of JSON each, and a summary of those that were refused.
#   convert-all.sh FOLDER QEMU_VERSION
set -eu
folder=$1
version=$2

for file in "$folder"/*.xml; do
  printf '{"id":"%s","file":"%s","options":{"qemuVersion":"%s","host":"none"}}\n' "$(basename "$file" .xml)" "$file" "$version"
done | domxml2qemu batch | while IFS= read -r answer; do
  printf '%s\n' "$answer" | cut -c 1-76
done
