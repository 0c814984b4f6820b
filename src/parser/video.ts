import { valueMissing } from '../diagnostics/catalog';
import { UINT } from '../model/number';
import { VIDEO_MODELS, VIRTIO_FRONTENDS, type Video } from '../model/video';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseVirtioOptions } from './virtio';

export function parseVideo(element: XmlElement): Video {
  const model = element.child('model');
  return {
    kind: 'video',
    ...parseDeviceBase(element),
    model: model?.choice('@type', VIDEO_MODELS),
    frontend: model?.choice('@device', VIRTIO_FRONTENDS),
    heads: model?.integer('@heads', { max: UINT }),
    ...(model && parseMemory(model)),
    primary: model?.yes('@primary'),
    blob: model?.on('@blob'),
    edid: model?.on('@edid'),
    ...(model && parseAcceleration(model)),
    resolution: model && parseResolution(model),
    backend: element.choice('driver/@name', ['qemu', 'vhostuser']),
    virtio: parseVirtioOptions(element),
  };
}

function parseMemory(model: XmlElement): Pick<Video, 'ram' | 'vram' | 'vram64' | 'vgamem'> {
  return {
    ram: model.integer('@ram', { max: UINT }),
    vram: model.integer('@vram', { max: UINT }),
    vram64: model.integer('@vram64', { max: UINT }),
    vgamem: model.integer('@vgamem', { max: UINT }),
  };
}

function parseAcceleration(model: XmlElement): Pick<Video, 'accel3d' | 'accel2d' | 'rendernode'> {
  const accel3d = model.yes('acceleration/@accel3d');
  const accel2d = model.yes('acceleration/@accel2d');
  const rendernode = model.text('acceleration/@rendernode');
  const acceleration = model.child('acceleration');
  if (
    acceleration !== undefined &&
    !['@accel3d', '@accel2d', '@rendernode'].some((path) => acceleration.has(path))
  )
    model.report(valueMissing(acceleration.at, "attribute 'accel3d' of <acceleration>"));
  return { accel3d, accel2d, rendernode };
}

function parseResolution(model: XmlElement): Video['resolution'] {
  const resolution = model.child('resolution');
  if (resolution === undefined) return undefined;
  resolution.required('@x');
  resolution.required('@y');
  return {
    x: resolution.integer('@x', { min: 1, max: UINT }) ?? 1,
    y: resolution.integer('@y', { min: 1, max: UINT }) ?? 1,
  };
}
