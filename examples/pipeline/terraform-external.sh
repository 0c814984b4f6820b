#!/bin/sh
# A program for Terraform's `external` data source: an object of strings on standard input, one on standard output.
#   {"file": "guests/web1.xml", "qemu_version": "10.0"} -> {"command": "qemu-system-x86_64 ...", "sha256": "..."}
# A guest that is refused ends it with a status and the reason on standard error, which Terraform shows.
set -eu
query=$(cat)
file=$(printf %s "$query" | jq -er .file)
version=$(printf %s "$query" | jq -er .qemu_version)
command=$(domxml2qemu --host none --qemu-version "$version" --output oneline -- "$file")
sha256=$(printf %s "$command" | sha256sum | cut -d ' ' -f 1)
jq -n --arg command "$command" --arg sha256 "$sha256" '{command: $command, sha256: $sha256}'
