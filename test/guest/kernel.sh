#!/usr/bin/env bash
# Makes a kernel and an initramfs that lists the SCSI devices a guest sees, of Debian packages, and prints their folder.
# usage: kernel.sh FOLDER        Nothing is installed; a second call finds what the first one left.
set -euo pipefail

folder=${1:?usage: kernel.sh FOLDER}
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
modules=(virtio_pci virtio_scsi megaraid_sas vmw_pvscsi sym53c8xx sd_mod sr_mod st sg)

# The packages of a first call, unless the lists of packages know newer ones.
fetch() {
  mkdir -p "$folder/debs"
  (cd "$folder/debs" && apt-get -qq -o APT::Sandbox::User=root download "$@" >&2)
}

unpack() {
  rm -rf "$folder/root" "$folder/initrd"
  mkdir -p "$folder/root" "$folder/initrd/bin"
  dpkg -x "$folder"/debs/busybox-static_*.deb "$folder/root"
  dpkg --fsys-tarfile "$folder"/debs/linux-image-*.deb | tar -x -C "$folder/root" --wildcards \
    './boot/vmlinuz-*' './lib/modules/*/modules.*' './lib/modules/*/kernel/drivers/*' './lib/modules/*/kernel/lib/*' \
    './lib/modules/*/kernel/block/*' './lib/modules/*/kernel/arch/x86/crypto/*' './lib/modules/*/kernel/crypto/*'
}

# Each module after those that it needs: modules.dep names the nearest first.
order() {
  local file=$1 name path needs
  for name in "${modules[@]}"; do
    while IFS=: read -r path needs; do
      [[ $path == */$name.ko || $path == */$name.ko.xz ]] || continue
      for need in $needs; do echo "$need"; done | tac
      echo "$path"
    done <"$file"
  done | awk '!seen[$0]++'
}

if [ -s "$folder/vmlinuz" ] && [ "$folder/initrd.gz" -nt "$here/init" ] && [ "$folder/initrd.gz" -nt "$here/kernel.sh" ]; then
  echo "$folder"
  exit 0
fi

image=$(apt-cache depends linux-image-amd64 | sed -nE 's/^ *Depends: (linux-image-[0-9][^ ]*)$/\1/p' | head -n 1)
[ -n "$image" ] || { echo 'the package lists know no linux-image-amd64: run apt-get update' >&2; exit 1; }
ls "$folder"/debs/busybox-static_*.deb "$folder/debs/${image}"_*.deb >/dev/null 2>&1 || fetch busybox-static "$image"
unpack
busybox=$folder/root/bin/busybox
version=$(ls "$folder/root/lib/modules")
"$busybox" depmod -b "$folder/root" "$version"
while read -r path; do
  cp "$folder/root/lib/modules/$version/$path" "$folder/initrd/"
  basename "$path"
done < <(order "$folder/root/lib/modules/$version/modules.dep") >"$folder/initrd/modules"
cp "$busybox" "$folder/initrd/bin/"
install -m 755 "$here/init" "$folder/initrd/init"
(cd "$folder/initrd" && find . | "$busybox" cpio -o -H newc 2>/dev/null | gzip -1) >"$folder/initrd.new"
mv "$folder/root/boot/vmlinuz-$version" "$folder/vmlinuz"
mv "$folder/initrd.new" "$folder/initrd.gz"
rm -rf "$folder/root" "$folder/initrd" "$folder/debs"
echo "$folder"
