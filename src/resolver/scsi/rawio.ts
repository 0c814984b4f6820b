/** libvirt grants it to the process of such a guest; without it the kernel filters vendor commands. */
const SETPRIV = ['setpriv', '--inh-caps', '+sys_rawio', '--ambient-caps', '+sys_rawio', '--'];

/** What `rawio='yes'` of a LUN asks of the host (capabilities(7), Linux block/scsi_ioctl.c). */
export const RAWIO = {
  what: "rawio='yes': QEMU needs the capability CAP_SYS_RAWIO, which then holds for all of its devices",
  commands: [`${SETPRIV.join(' ')} QEMU...`],
  prefix: SETPRIV,
};
