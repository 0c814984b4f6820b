import { socketPart } from '../../model/socket-path';
import type { Channel, ChardevSource } from '../../model/chardev';
import type { Domain } from '../../model/domain';
import type { Context } from '../context';
import { isOfOneRun } from '../guest/paths';

/** The port that the spice agent of a guest opens, whoever is at the other end; libvirt leaves QEMU's own without. */
export function agentName({ type }: ChardevSource, { profile }: Context): string | undefined {
  const agent = type === 'spicevmc' || (type === 'qemu-vdagent' && !profile.libvirtDefaults);
  return agent ? 'com.redhat.spice.0' : undefined;
}

/**
 * The socket of a virtio channel when the XML names none, or names one that libvirt made up: QEMU listens there.
 */
export function channelSource(
  { source, name = '' }: Channel,
  guest: Domain,
  context: Context,
): ChardevSource {
  if (source.type !== 'unix') return source;
  const { path } = source;
  const madeUp = path !== undefined && isOfOneRun(path, 'channel') && path.endsWith(name);
  if (path !== undefined && !madeUp) return source;
  const socket = `${socketPart(guest.name)}-${socketPart(name === '' ? 'channel' : name, 40)}.sock`;
  if (!context.profile.descriptors)
    context.decide({
      subject: `channel ${name}`,
      value: socket,
      reason: 'the XML names no socket for this channel, so QEMU makes one in the folder it is started in',
      at: source.at,
    });
  return { ...source, path: socket, mode: 'bind' };
}
