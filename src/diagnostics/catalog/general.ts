import type { Place } from '../../model/place';
import { error, warning } from '../diagnostic';

/** Valid XML that this tool cannot convert yet: never a silent drop. */
export const unsupported = (at: Place, what: string, help?: string) =>
  error('unsupported', at, `${what} cannot be converted yet`, {
    help: help ?? 'remove it from the XML, or add it to QEMU by hand',
  });

export const internal = (message: string) =>
  error('internal', undefined, `internal error: ${message}`, {
    help: 'this is a bug; please report it with the XML',
  });

export const qemuVersionInvalid = (text: string, meant?: string) =>
  error('qemu-version-invalid', undefined, `'${text}' is not a QEMU version`, {
    help: meant === undefined ? 'write it as 7.2 or 7.2.19' : `did you mean ${meant}?`,
  });

export const qemuConfSyntax = (file: string, line: number, text: string) =>
  error('qemu-conf-syntax', undefined, `${file}:${line}: '${text}' is not a setting`, {
    help: 'write it as: name = "text" or name = 1',
  });

/** `such`: a value that is right. */
export const qemuConfType = (file: string, line: number, name: string, wanted: string, such: string) =>
  error('qemu-conf-type', undefined, `${file}:${line}: ${name} must be ${wanted}`, {
    help: `write it as ${name} = ${such}`,
  });

export const qemuConfOpenList = (file: string, line: number) =>
  error('qemu-conf-syntax', undefined, `${file}:${line}: the list that begins here has no end`, {
    help: 'close it with ]',
  });

export const qemuVersionTooOld = (text: string, oldest: string) =>
  error('qemu-version-too-old', undefined, `nothing is known of QEMU ${text}`, {
    help: `use ${oldest} or newer`,
  });

export const qemuVersionTooNew = (text: string, newest: string) =>
  warning(
    'qemu-version-too-new',
    undefined,
    `QEMU ${text} is newer than what is known here: converted as for ${newest}`,
    {
      help: 'name the binary itself with --qemu, so that it can be asked',
    },
  );
