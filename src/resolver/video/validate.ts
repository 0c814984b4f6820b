import {
  deviceUnsupported,
  videoAddress,
  videoAccelUnused,
  videoAttribute,
  videoAttributeUnused,
  videoBlobMemory,
  videoHeads,
  videoMemory,
  videoNoGl,
  videoNotAlone,
  videoNotPrimary,
  videoPrimaryTwice,
  videoRendernodeUnused,
} from '../../diagnostics/catalog';
import { devicesOf } from '../../model/device';
import type { Domain } from '../../model/domain';
import type { Graphics } from '../../model/graphics';
import { isPowerOfTwo } from '../../model/number';
import type { Video, VideoModel } from '../../model/video';
import type { Capability } from '../../qemu/capabilities';
import type { Context } from '../context';
import { requiresFwCfgDma } from '../guest/fw-cfg';
import { requires } from '../requires';
import { ownGl } from './own-gl';
import { validateFrontend } from './validate-frontend';
import { validateVhostUser } from './validate-vhost-user';

/** What QEMU must have for each model that it can have. */
const DEVICES: { readonly [M in VideoModel]?: Capability | 'nothing' } = {
  vga: 'VGA',
  cirrus: 'cirrus-vga',
  vmvga: 'vmware-svga',
  virtio: 'virtio-gpu',
  qxl: 'qxl',
  bochs: 'bochs-display',
  ramfb: 'ramfb',
  none: 'nothing',
};
const WITH_RESOLUTION = ['vga', 'qxl', 'virtio', 'bochs'];
const WITH_EDID = ['vga', 'virtio', 'bochs'];
const MOST_HEADS = 16;
/** KiB. */
const BOCHS = { min: 4 * 1024, max: 256 * 1024 } as const;
const KIB_LIMIT = Math.floor(0xffff_ffff / 1024);

export function validateVideo(device: Video, guest: Domain, context: Context): void {
  const { model = 'none', at } = device;
  const needed = DEVICES[model];
  if (needed === undefined) {
    context.report(deviceUnsupported(at.of('model/@type'), `video model '${model}'`, 'virtio or vga'));
    return;
  }
  if (needed !== 'nothing') requires(context, needed, at.of('model/@type'), `video model '${model}'`);
  if (model === 'ramfb') requiresFwCfgDma(model, at.of('model/@type'), guest, context);
  validatePlace(device, guest, context);
  if (model === 'none') return warnOfUnused(device, context);
  validateMemory(device, context);
  validateExtras(device, context);
  if (context.profile.checksForQemu) validateLimits(device, guest, context);
  validateBlob(device, guest, context);
  validateVhostUser(device, guest, context);
  if (device.frontend !== undefined) validateFrontend(device, device.frontend, guest, context);
}

/** What says something of a screen, and where. */
const SETTINGS = {
  ram: 'model/@ram',
  vram: 'model/@vram',
  vram64: 'model/@vram64',
  vgamem: 'model/@vgamem',
  blob: 'model/@blob',
  edid: 'model/@edid',
  accel3d: 'model/acceleration/@accel3d',
  accel2d: 'model/acceleration/@accel2d',
  rendernode: 'model/acceleration/@rendernode',
  resolution: 'model/resolution',
} as const satisfies { readonly [K in keyof Video]?: string };

/** No screen has no settings; libvirt passes over them (src/qemu/qemu_validate.c qemuValidateDomainDeviceDefVideo). */
function warnOfUnused(device: Video, { report }: Context): void {
  const { at, heads = 1, backend } = device;
  if (backend === 'vhostuser') report(videoAttributeUnused(at.of('driver/@name'), backend));
  if (heads > 1) report(videoAttributeUnused(at.of('model/@heads'), 'heads'));
  for (const [name, path] of Object.entries(SETTINGS))
    if (device[name as keyof typeof SETTINGS] !== undefined) report(videoAttributeUnused(at.of(path), name));
}

function validatePlace(device: Video, guest: Domain, { report }: Context): void {
  const { model = 'none', at, primary } = device;
  const all = devicesOf(guest, 'video');
  if (model === 'none' && all.length > 1) report(videoNotAlone(at));
  if (model === 'ramfb' && device.address) report(videoAddress(at.of('address')));
  if (all[0] === device) return;
  if (primary === true && all[0]) report(videoPrimaryTwice(at.of('model/@primary'), all[0].at));
  else if (model !== 'qxl' && model !== 'virtio' && model !== 'none')
    report(videoNotPrimary(at.of('model/@type'), model));
}

function validateMemory({ at, model, ram, vram, vram64, vgamem }: Video, { report }: Context): void {
  if (model !== 'qxl') {
    for (const [name, value] of Object.entries({ ram, vram64, vgamem }))
      if (value !== undefined) report(videoAttribute(at.of(`model/@${name}`), name, 'qxl'));
  } else {
    for (const [name, value] of Object.entries({ ram, vram }))
      if (value !== undefined && value > KIB_LIMIT)
        report(videoMemory(at.of(`model/@${name}`), name, `at most ${KIB_LIMIT} KiB`));
    if (vgamem !== undefined && (vgamem < 1024 || !isPowerOfTwo(vgamem)))
      report(videoMemory(at.of('model/@vgamem'), 'vgamem', 'a power of two of at least 1024 KiB'));
  }
  if ((model === 'vga' || model === 'vmvga') && vram !== undefined && vram < 1024)
    report(videoMemory(at.of('model/@vram'), 'vram', 'at least 1024 KiB'));
}

function validateExtras(device: Video, context: Context): void {
  const { report } = context;
  const { model = 'none', at, heads = 1, rendernode } = device;
  if (heads !== 1 && model !== 'qxl' && model !== 'virtio')
    report(videoAttribute(at.of('model/@heads'), 'heads', 'qxl or virtio'));
  if (rendernode !== undefined && device.backend !== 'vhostuser') {
    const place = at.of('model/acceleration/@rendernode');
    if (context.profile.checksForLibvirt)
      report(videoAttribute(place, 'rendernode', "<driver name='vhostuser'/>"));
    else report(videoRendernodeUnused(place));
  }
  if (device.resolution && !WITH_RESOLUTION.includes(model))
    report(videoAttribute(at.of('model/resolution'), 'resolution', WITH_RESOLUTION.join(', ')));
  if (device.edid !== undefined && !WITH_EDID.includes(model))
    report(videoAttribute(at.of('model/@edid'), 'edid', WITH_EDID.join(', ')));
  else if (device.edid !== undefined) requires(context, 'display-edid', at.of('model/@edid'), "'edid'");
  if (model !== 'virtio') {
    if (device.backend === 'vhostuser') report(videoAttribute(at.of('driver/@name'), 'vhostuser', 'virtio'));
    if (device.accel3d === true) tellPlain(device, model, context);
  }
  if (ownGl(device) && !GL.some((capability) => context.qemu.has(capability)))
    requires(context, 'virtio-gpu-gl-pci', at.of('model/acceleration/@accel3d'), '3D acceleration');
  if (device.accel2d === true)
    report(deviceUnsupported(at.of('model/acceleration/@accel2d'), '2D acceleration', 'accel3d'));
}

/** libvirt 11.3 refuses it (src/qemu/qemu_validate.c), 12.9 passes over it: a guest that runs there is to run here. */
function tellPlain({ at }: Video, model: string, { profile, report }: Context): void {
  const place = at.of('model/acceleration/@accel3d');
  if (profile.checksForLibvirt) report(videoAttribute(place, 'accel3d', 'virtio'));
  else report(videoAccelUnused(place, model));
}

/** What no QEMU starts with; libvirt leaves it to QEMU (VIRTIO_GPU_MAX_SCANOUTS, SPICE's QXL displays; hw/display/bochs-display.c). */
function validateLimits(device: Video, guest: Domain, context: Context): void {
  const { at, model, heads = 1, vram = BOCHS.max } = device;
  const { report } = context;
  if (heads > MOST_HEADS) report(videoHeads(at.of('model/@heads'), MOST_HEADS));
  if (model === 'bochs' && (vram < BOCHS.min || vram > BOCHS.max))
    report(videoMemory(at.of('model/@vram'), 'vram', `${BOCHS.min} to ${BOCHS.max} KiB`));
  if (draws3d(device, context) && !devicesOf(guest, 'graphics').some(hasOpenGl))
    report(videoNoGl(at.of('model/acceleration/@accel3d')));
}

/** What draws in three dimensions: a property of the device, and drivers of their own since QEMU 6.1. */
const GL: readonly Capability[] = ['virtio-gpu.virgl', 'virtio-gpu-gl-pci', 'virtio-vga-gl'];

/** By a `-gl` driver: those refuse a screen without OpenGL (hw/display/virtio-gpu-gl.c). */
function draws3d(device: Video, { qemu }: Context): boolean {
  const isPlain = device.frontend !== undefined && !device.frontend.endsWith('-gl');
  return ownGl(device) && !isPlain && qemu.has('virtio-gpu-gl-pci');
}

const hasOpenGl = (screen: Graphics): boolean =>
  screen.type === 'egl-headless' || ('gl' in screen && screen.gl === true);

/**
 * QEMU maps blobs out of a memfd (libvirt src/qemu/qemu_validate.c qemuValidateDomainDeviceDefVideo), and draws them itself
 * (QEMU hw/display/vhost-user-gpu.c has no such property).
 */
function validateBlob({ model, backend, blob, at }: Video, { memory }: Domain, context: Context): void {
  if (blob === undefined) return;
  const place = at.of('model/@blob');
  if (model !== 'virtio') context.report(videoAttribute(place, 'blob', 'virtio'));
  else if (backend === 'vhostuser')
    context.report(videoAttribute(place, 'blob', "virtio without <driver name='vhostuser'/>"));
  else requires(context, 'virtio-gpu.blob', place, 'blob resources');
  if (blob && memory.backing?.source !== 'memfd') context.report(videoBlobMemory(place));
}
