import {
  chardevChannel,
  deviceTwice,
  deviceUnsupported,
  qemuLacks,
  reconnectInvalid,
  stdioTaken,
  spiceMissing,
  spicePortAlone,
  valueMissing,
} from '../../diagnostics/catalog';
import type { ChardevSource, ChardevType } from '../../model/chardev';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { requires } from '../requires';
import { chardevsOf } from './descriptors';
import { hasNoServer, hasSpice } from './spice';

/** What each type cannot be without. */
const NEEDED: { readonly [T in ChardevType]?: readonly ('path' | 'host' | 'service' | 'channel')[] } = {
  dev: ['path'],
  file: ['path'],
  pipe: ['path'],
  unix: ['path'],
  tcp: ['host', 'service'],
  udp: ['service'],
  spiceport: ['channel'],
  dbus: ['channel'],
};

/** QEMU's names of channels (libvirt src/conf/domain_validate.c). */
const CHANNEL = /^[A-Za-z0-9._-]*$/;

/** Of a device that is nothing without it. */
export function validateChardev(source: ChardevSource, guest: Domain, context: Context): void {
  const { at, type } = source;
  validateSource(source, context);
  const alone = type === 'spicevmc' && context.profile.checksForLibvirt && !hasSpice(guest);
  if (alone || hasNoServer(source, guest)) context.report(spiceMissing(at.of('@type'), type));
  if (type === 'stdio' && context.profile.checksForQemu) validateStdio(source, guest, context);
}

/** A process has one standard input (QEMU chardev/char-stdio.c). */
function validateStdio(source: ChardevSource, guest: Domain, { options, report }: Context): void {
  if (options.monitor === 'stdio') report(stdioTaken(source.at.of('@type')));
  const all = chardevsOf(guest);
  const first = all.find(({ type }) => type === 'stdio');
  if (first !== undefined && first !== source && all.includes(source))
    report(deviceTwice(source.at.of('@type'), "character device of type 'stdio'", first.at));
}

/** Of a port, without which a guest may do: one of a server that is not there is left out. */
export function validatePort(source: ChardevSource, guest: Domain, context: Context): void {
  if (!context.profile.checksForQemu || !hasNoServer(source, guest))
    return validateChardev(source, guest, context);
  validateSource(source, context);
  context.report(spicePortAlone(source.at.of('@type')));
}

function validateSource(source: ChardevSource, context: Context): void {
  const { at, type, path, remote, channel } = source;
  const { report } = context;
  const values = { path, host: remote?.host, service: remote?.service, channel };
  for (const name of NEEDED[type] ?? [])
    if (values[name] === undefined) report(valueMissing(at.of('source'), `attribute '${name}' of <source>`));
  if (type === 'nmdm') report(deviceUnsupported(at.of('@type'), 'null modem (nmdm)', 'pty or unix'));
  if (channel !== undefined && (type === 'spiceport' || type === 'dbus') && !CHANNEL.test(channel))
    report(chardevChannel(at.of('source/@channel'), channel));
  if (type === 'qemu-vdagent')
    requires(context, 'chardev.qemu-vdagent', at.of('@type'), 'the agent for the clipboard');
  if (type === 'dbus') requires(context, 'display-dbus', at.of('@type'), 'character devices on D-Bus');
  validateReconnect(source, context);
  validateRelease(source, context);
}

/** In seconds, and what took its place. */
const RECONNECTS = ['chardev-reconnect', 'chardev-reconnect-miliseconds'] as const;

/** What came after QEMU 0.14. */
function validateRelease({ at, reconnect, append, log, type }: ChardevSource, context: Context): void {
  const { qemu, report } = context;
  if (reconnect?.enabled === true && !RECONNECTS.some((word) => qemu.has(word)))
    report(
      qemuLacks(at.of('source/reconnect'), 'sockets that reconnect', 'use QEMU 2.2 or later, or remove it'),
    );
  if (type === 'file' && append === true)
    requires(context, 'chardev-file-append', at.of('source/@append'), "append='on'");
  if (log) requires(context, 'chardev-logfile', at.of('log'), '<log>');
}

/** libvirt has no word at all of it where QEMU listens (src/conf/domain_validate.c virDomainChrSourceReconnectDefValidate). */
function validateReconnect({ at, mode, reconnect }: ChardevSource, { profile, report }: Context): void {
  if (reconnect?.enabled === undefined || (!reconnect.enabled && !profile.checksForLibvirt)) return;
  const place = at.of('source/reconnect');
  if (mode === 'bind') report(reconnectInvalid(place, 'only a socket that connects can reconnect'));
  else if (!reconnect.enabled) return;
  else if (reconnect.timeout === undefined) report(reconnectInvalid(place, 'the timeout is missing'));
  else if (reconnect.timeout === 0) report(reconnectInvalid(place, 'the timeout cannot be 0'));
}
