import type { XmlElement } from './element';

/** What an s390x machine may be told to load (libvirt virDomainDeviceLoadparmIsValid). */
const LOADPARM = /^[A-Za-z0-9. ]{1,8}$/;

/** `<boot loadparm=>`, in capitals, as the machine takes it (QEMU hw/s390x/ipl.c; libvirt src/conf/domain_conf.c). */
export function parseLoadparm(element: XmlElement): string | undefined {
  const loadparm = element.text('boot/@loadparm');
  if (loadparm === undefined || LOADPARM.test(loadparm)) return loadparm?.toUpperCase();
  element.invalid('boot/@loadparm', loadparm, 'one to eight letters, digits, dots and blanks');
  return undefined;
}
