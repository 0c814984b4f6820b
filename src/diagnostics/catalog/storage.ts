import type { Place } from '../../model/place';
import { error, note, warning } from '../diagnostic';

export const storageGivenTwice = (at: Place, element: string) =>
  error('storage-given-twice', at, `<${element}> is given both in the disk and in its <source>`, {
    help: `keep the one within <source>`,
  });

export const storageProtocolUnsupported = (at: Place, protocol: string, why: string) =>
  error('storage-protocol-unsupported', at, `protocol '${protocol}' cannot be used: ${why}`, {
    help: 'serve the image with another protocol, such as nbd',
  });

export const storageFormatUnsupported = (at: Place, format: string, what = 'an image') =>
  error('storage-format-unsupported', at, `QEMU cannot open ${what} of format '${format}'`, {
    help: 'convert it with qemu-img, or write the format that it really has',
  });

export const storageEncryptionUnsupported = (at: Place, why: string, help: string) =>
  error('storage-encryption-unsupported', at, why, { help });

export const storageSourceInvalid = (at: Place, why: string, help: string) =>
  error('storage-source-invalid', at, why, { help });

const NEEDED_AGAIN = 'it is needed here, too';

export const secretMissing = (at: Place, secret: string, option: string, content: string) =>
  error('secret-missing', at, `the secret ${secret} is needed, and nothing says where it is`, {
    help: `put ${content} in a file that only QEMU can read, and add --secret ${option}=FILE`,
    again: NEEDED_AGAIN,
  });

export const secretFileUnusable = (at: Place, file: string, problem: string) =>
  error('secret-file-unusable', at, `the file of this secret ${problem}: ${file}`, {
    help: "name a file that holds it with --secret: libvirt's is had by 'virsh -q secret-get-value --plain UUID'",
    again: NEEDED_AGAIN,
  });

export const secretEndsInNewline = (at: Place, file: string) =>
  warning('secret-newline', at, `a newline ends ${file}, and is taken as part of the secret`, {
    help: 'write the file without one, with printf %s in place of echo',
    again: NEEDED_AGAIN,
  });

export const secretTooEarly = (at: Place, release: string) =>
  error(
    'secret-unsupported',
    at,
    `this QEMU takes secrets on its command line only, where all can read them`,
    {
      help: `use QEMU ${release} or later`,
      again: NEEDED_AGAIN,
    },
  );

export const volumeUnknown = (at: Place, why: string) =>
  error('volume-unknown', at, why, {
    help: "name the volume's path in a <source> of its own, or pass facts that hold the pool with --host FILE",
  });

export const vvfatWritable = (at: Place) =>
  error('vvfat-writable', at, 'a folder can be shown to the guest as a read-only disk only', {
    help: 'add <readonly/>, or share the folder with <filesystem>',
  });

export const throttleGroupUnknown = (at: Place, group: string) =>
  error('throttle-group-unknown', at, `there is no throttle group '${group}'`, {
    help: 'define it in <throttlegroups>',
  });

export const descriptorsMissing = (at: Place, group: string) =>
  error('descriptors-missing', at, `nothing says which descriptors are in the group '${group}'`, {
    help: 'remove fdgroup, so that QEMU opens the path itself',
  });

export const backingFromImage = (at: Place) =>
  note('backing-from-image', at, 'QEMU follows the chain that is recorded in the image, not this one', {
    help: 'use --storage blockdev to have QEMU open exactly these images',
  });

export const sshPassword = (at: Place, server: string) =>
  error('ssh-password', at, "QEMU's ssh driver takes no password: it logs in with the keys of ssh-agent", {
    help: `put a key on the server (ssh-copy-id ${server}), load it (eval "$(ssh-agent -s)"; ssh-add), start QEMU from that shell, and write <identity username='...'/> instead of <auth>`,
  });

/** libvirt gives such a source to nbdkit; without one it writes the rest. */
export const sshNbdkit = (at: Place) =>
  warning(
    'ssh-nbdkit',
    at,
    "QEMU's ssh driver takes neither key files nor a socket of an agent nor a known hosts file",
    {
      help: 'serve the image with nbdkit (storage_use_nbdkit in qemu.conf), or load the key into ssh-agent and remove the element',
    },
  );
