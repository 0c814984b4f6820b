/** What a newcomer reads who typed the name of the program and nothing else. */
export const WELCOME = `domxml2qemu turns a libvirt domain XML into the QEMU command line that boots
that guest: no libvirt, no daemon, on any host. Try:

  domxml2qemu init guest.xml             write a guest to start from
  domxml2qemu guest.xml                  print its QEMU command line
  virsh dumpxml NAME | domxml2qemu -     the same for a guest libvirt knows

All commands, with examples: domxml2qemu --help
`;
