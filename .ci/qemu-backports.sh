#!/usr/bin/env bash
# Unpacks the QEMU of Debian backports beside the installed one and prints the path of a binary that runs.
# usage: qemu-backports.sh FOLDER        A second call finds what the first one left.
set -euo pipefail

folder=${1:?usage: qemu-backports.sh FOLDER}
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
. /etc/os-release

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
    -o Debug::NoLocking=1 -o APT::Sandbox::User=root -o Acquire::Languages=none "$@"
}

source_line=$(debian_source | grep -v '^ *$' | head -n 1)
[ -n "$source_line" ] || { say 'no Debian archive in the apt sources'; exit 1; }
rm -rf "$folder/apt" "$folder/root"
mkdir -p "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial" "$folder/debs" "$folder/root" "$folder/bin"
for suite in "$VERSION_CODENAME" "$VERSION_CODENAME-updates" "$VERSION_CODENAME-backports"; do
  echo "deb $source_line $suite main" >>"$folder/apt/sources.list"
done
own_apt apt-get update >&2

# What apt would install for it on this machine is what this machine lacks.
wanted=$(own_apt apt-get install --simulate --no-install-recommends -t "$VERSION_CODENAME-backports" "${packages[@]}" |
  sed -nE 's/^Inst ([^ ]+) (\[[^]]*\] )?\(([^ ]+) .*/\1=\3/p')
for module in "${modules[@]}"; do
  version=$(own_apt apt-cache madison "$module" | awk -F'|' -v s="$VERSION_CODENAME-backports" '$3 ~ s { gsub(/ /, "", $2); print $2; exit }')
  if [ -n "$version" ] && ! grep -q "^$module=" <<<"$wanted"; then wanted+=" $module=$version"; fi
done
[ -n "$wanted" ] || { say 'apt finds nothing to fetch: is the backports QEMU installed?'; exit 1; }
# shellcheck disable=SC2086
(cd "$folder/debs" && own_apt apt-get download $wanted >&2)
for package in "$folder"/debs/*.deb; do dpkg -x "$package" "$folder/root"; done

triplet=$(dpkg-architecture -qDEB_HOST_MULTIARCH 2>/dev/null || gcc -dumpmachine 2>/dev/null || echo "$(uname -m)-linux-gnu")
libraries=$folder/root/usr/lib/$triplet
cat >"$binary" <<WRAPPER
#!/bin/sh
export LD_LIBRARY_PATH='$libraries:$folder/root/lib/$triplet:$libraries/pulseaudio'"\${LD_LIBRARY_PATH:+:\$LD_LIBRARY_PATH}"
export QEMU_MODULE_DIR='$libraries/qemu'
exec '$folder/root/usr/bin/qemu-system-x86_64' -L '$folder/root/usr/share/qemu' -L '$folder/root/usr/share/seabios' -L '$folder/root/usr/lib/ipxe/qemu' "\$@"
WRAPPER
chmod +x "$binary"
rm -rf "$folder/apt" "$folder/debs"
"$binary" --version >&2
echo "$binary"
