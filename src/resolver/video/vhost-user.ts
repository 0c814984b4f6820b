import type { PlannedChardev } from '../../model/plan/chardev';
import type { Video } from '../../model/video';
import type { Context } from '../context';

/** vhost-user-gpu: another process draws. Its socket is a descriptor, or a path of this folder. */
export function vhostUserGpu(device: Video, alias: string, context: Context): PlannedChardev {
  const id = `chr-vu-${alias}`;
  if (context.profile.descriptors) return { id, backend: 'socket', properties: { fd: 3 }, descriptors: [] };
  const socket = `${alias}-vhost-user-gpu.sock`;
  context.companion({
    name: 'vhost-user-gpu',
    argv: [
      'vhost-user-gpu',
      `--socket-path=${socket}`,
      ...(device.rendernode === undefined ? [] : [`--render-node=${device.rendernode}`]),
      ...(device.accel3d === true ? ['--virgl'] : []),
    ],
    socket,
    reason: 'the video device is drawn by a process of its own',
  });
  return { id, backend: 'socket', properties: { path: socket }, descriptors: [] };
}
