#!/usr/bin/env bash
# Unpacks the QEMU of Debian backports beside the installed one and prints the path of a binary that runs.
# usage: qemu-backports.sh FOLDER [RELEASE]        A second call finds what the first one left.
# RELEASE is the code name of the Debian whose backports are meant: this one, or a later one.
set -euo pipefail

folder=${1:?usage: qemu-backports.sh FOLDER [RELEASE]}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
binary=$folder/bin/qemu-system-x86_64
packages=(qemu-system-x86 qemu-system-common qemu-system-data qemu-block-extra)
# Without their libraries: QEMU aborts on a module of the installed build where it finds none of its own.
modules=(qemu-system-gui qemu-system-modules-opengl qemu-system-modules-spice)

if [ -x "$binary" ] && "$binary" --version >/dev/null 2>&1; then
  echo "$binary"
  exit 0
fi

say() { printf '%s\n' "$*" >&2; }
# shellcheck source=/dev/null
. /etc/os-release
release=${2:-$VERSION_CODENAME}
# Of another release nothing that is installed here will do, its libc first of all.
status=/var/lib/dpkg/status
if [ "$release" != "$VERSION_CODENAME" ]; then status=/dev/null; fi

# The first archive in the apt sources that is not the security one: "URI [options]" of a one-line source.
debian_source() {
  local file
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [ -f "$file" ] || continue
    sed -nE '/security/d; s/^deb +(\[[^]]*\] +)?([^ ]+) +[^ ]+ +(.* )?main( .*)?$/\1 \2/p' "$file" | head -n 1
  done
  for file in /etc/apt/sources.list.d/*.sources; do
    [ -f "$file" ] || continue
    awk 'function flush() { if (uri && uri !~ /security/ && main && !off) { print (key ? "[signed-by=" key "]" : ""), uri; exit } uri = key = main = off = "" }
      /^URIs:/ { uri = $2 } /^Signed-By:/ { key = $2 } /^Components:.*main/ { main = 1 } /^Enabled: *no/ { off = 1 }
      /^$/ { flush() } END { flush() }' "$file"
  done
}

# apt with lists and a cache of our own: the system's stay as they are.
own_apt() {
  local tool=$1
  shift
  "$tool" -qq -o "Dir::State::lists=$folder/apt/lists" -o "Dir::Cache=$folder/apt/cache" \
    -o "Dir::Etc::sourcelist=$folder/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o "Dir::State::status=$status" -o Debug::NoLocking=1 -o APT::Sandbox::User=root -o Acquire::Languages=none \
    -o Acquire::Retries=3 "$@"
}

source_line=$(debian_source | grep -v '^ *$' | head -n 1)
[ -n "$source_line" ] || { say 'no Debian archive in the apt sources'; exit 1; }
rm -rf "$folder/apt" "$folder/root"
mkdir -p "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial" "$folder/debs" "$folder/root" "$folder/bin"
for suite in "$release" "$release-updates" "$release-backports"; do
  echo "deb $source_line $suite main" >>"$folder/apt/sources.list"
done
own_apt apt-get update >&2

# What apt would install for it on this machine is what this machine lacks.
wanted=$(own_apt apt-get install --simulate --no-install-recommends -t "$release-backports" "${packages[@]}" |
  sed -nE 's/^Inst ([^ ]+) (\[[^]]*\] )?\(([^ ]+) .*/\1=\3/p')
for module in "${modules[@]}"; do
  version=$(own_apt apt-cache madison "$module" | awk -F'|' -v s="$release-backports" '$3 ~ s { gsub(/ /, "", $2); print $2; exit }')
  if [ -n "$version" ] && ! grep -q "^$module=" <<<"$wanted"; then wanted+=" $module=$version"; fi
done
[ -n "$wanted" ] || { say 'apt finds nothing to fetch: is the backports QEMU installed?'; exit 1; }
# shellcheck disable=SC2086
(cd "$folder/debs" && own_apt apt-get download $wanted >&2)
for package in "$folder"/debs/*.deb; do dpkg -x "$package" "$folder/root"; done

triplet=$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || gcc -dumpmachine 2>/dev/null || echo "$(uname -m)-linux-gnu")
libraries=$folder/root/usr/lib/$triplet
# A libc starts with its own loader only. What is missing there it finds where this system has it.
loader=$folder/root/usr/lib64/ld-linux-x86-64.so.2
[ -e "$loader" ] || loader=/lib64/ld-linux-x86-64.so.2
cat >"$binary" <<WRAPPER
#!/bin/sh
export QEMU_MODULE_DIR='$libraries/qemu'
exec '$loader' --library-path '$libraries:$folder/root/lib/$triplet:$libraries/pulseaudio' \
  '$folder/root/usr/bin/qemu-system-x86_64' -L '$folder/root/usr/share/qemu' -L '$folder/root/usr/share/seabios' -L '$folder/root/usr/lib/ipxe/qemu' "\$@"
WRAPPER
chmod +x "$binary"
rm -rf "$folder/apt" "$folder/debs"
"$binary" --version >&2
echo "$binary"
