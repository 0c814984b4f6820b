import type { Graphics } from '../../model/graphics';
import type { Capability } from '../../qemu/capabilities';
import type { Context } from '../context';
import { requires } from '../requires';

/** What QEMU needs to be told which DRM node renders for a screen. */
const NODES: { readonly [T in Graphics['type']]?: Capability } = {
  'egl-headless': 'egl-headless.rendernode',
  spice: 'spice-rendernode',
};

export function validateOpenGl(device: Graphics, context: Context): void {
  const { at, type } = device;
  if (type === 'spice' && device.gl === true) requires(context, 'spice-gl', at.of('gl'), 'OpenGL of spice');
  const needed = NODES[type];
  if (needed !== undefined && 'rendernode' in device && device.rendernode !== undefined)
    requires(context, needed, at.of('gl/@rendernode'), `a node that renders for ${type}`);
}

/** The DRM node that renders for the screens that need OpenGL. */
export function rendernodeOf(device: Graphics, { host, profile, qemu }: Context): string | undefined {
  if (device.type === 'vnc' || device.type === 'rdp' || device.type === 'sdl') return undefined;
  if (device.type !== 'egl-headless' && device.gl !== true) return undefined;
  if (device.rendernode !== undefined) return device.rendernode;
  const needed = NODES[device.type];
  const takesOne = needed === undefined || qemu.has(needed);
  return takesOne && profile.libvirtDefaults ? host.renderNode : undefined;
}
