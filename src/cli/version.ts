import { FOLLOWED_LIBVIRT, READ_LIBVIRT } from '../model/profile';
import { formatRelease, NEWEST_QEMU, OLDEST_QEMU } from '../qemu/releases';

/** The version of this package; a test holds it to package.json. */
export const VERSION = '0.1.0';

/** Scripts read the first line; people want to know whether their QEMU is among those that are known. */
export const versionText = () => `domxml2qemu ${VERSION}
QEMU ${formatRelease(OLDEST_QEMU)} to ${formatRelease(NEWEST_QEMU)} known; --qemu asks a binary of any release
libvirt ${FOLLOWED_LIBVIRT} followed by --profile libvirt; its XML is known up to ${READ_LIBVIRT}
`;
