import type { Place } from '../../model/place';
import { SOCKET_PATH_BYTES } from '../../model/socket-path';
import { error, warning } from '../diagnostic';

export const spicePortAlone = (at: Place) =>
  warning('spiceport-alone', at, 'without spice graphics there is no port of spice: it is left out', {
    help: "add <graphics type='spice'/>, or use another type",
  });

export const spiceMissing = (at: Place, type: string) =>
  error('spice-missing', at, `a guest without spice graphics has no use for '${type}'`, {
    help: "add <graphics type='spice'/>, or use another type",
  });

export const smartcardTwice = (at: Place, first: Place) =>
  error('smartcard-twice', at, 'a guest has one smartcard', {
    notes: [{ message: 'the other one is here', at: first }],
    help: 'remove one of the two',
  });

export const databaseInvalid = (at: Place, path: string) =>
  error('smartcard-database', at, `'${path}' is no absolute path of a database of certificates`, {
    help: 'use a path such as /etc/pki/nssdb, or leave it out',
  });

export const redirFilterTwice = (at: Place) =>
  error('redirfilter-twice', at, 'all redirected USB devices share one filter', {
    help: 'put the rules into one <redirfilter>',
  });

export const channelTwice = (at: Place, name: string, first: Place) =>
  error('channel-twice', at, `QEMU has one port that is called '${name}'`, {
    notes: [{ message: 'the other one is here', at: first }],
    help: 'give one of the two another name',
  });

export const chardevSources = (at: Place, type: string) =>
  error('chardev-sources', at, `a character device of type '${type}' has one <source> too many`, {
    help: type === 'udp' ? "leave one with mode='connect' and one with mode='bind'" : 'leave one',
  });

export const chardevChannel = (at: Place, name: string) =>
  error('chardev-channel', at, `'${name}' is no name of a port`, {
    help: 'use letters, digits, dots, dashes and underscores',
  });

export const reconnectInvalid = (at: Place, problem: string) =>
  error('chardev-reconnect', at, problem, {
    help: "use mode='connect' and a timeout of a second or more, or remove <reconnect>",
  });

export const stdioTaken = (at: Place) =>
  error('stdio-taken', at, 'the monitor for people has standard input and output', {
    help: 'leave out --monitor stdio, or use a pty or a socket here',
  });

/** `at`: absent for a path of `--qmp`. */
export const socketPathTooLong = (at: Place | undefined, path: string, bytes: number) =>
  error(
    'socket-path-long',
    at,
    `the path of a socket has at most ${SOCKET_PATH_BYTES} bytes, not ${bytes}: ${path}`,
    {
      help: 'use a shorter one: a folder such as /run, or a relative path from where QEMU is started',
    },
  );
