import { MIB } from '../model/number';
import { protocolPart } from './chardev';
import type { KindParts } from './kind';
import { onOff } from '../model/on-off';
import { filled, part, textPart, yesNo } from './part';

/** Kinds of which an attribute or two are filled in. */
export const input: KindParts<'input'> = ({ type, bus }) => ({
  // an evdev is on no bus, and domain XML has no word for that
  attributes: { type, bus: bus === 'none' ? undefined : bus },
});

export const audio: KindParts<'audio'> = ({ id, type, sdlDriver }) => ({
  attributes: { id, type, driver: sdlDriver },
});

/** Whether libvirt unbinds the device itself. */
export const hostdev: KindParts<'hostdev'> = ({ managed }) => ({
  attributes: { mode: 'subsystem', managed: yesNo(managed ?? false) },
});

export const hub: KindParts<'hub'> = ({ type }) => ({ attributes: { type } });

export const memballoon: KindParts<'memballoon'> = ({ model }) => ({ attributes: { model } });

export const panic: KindParts<'panic'> = ({ model }) => ({ attributes: { model } });

export const watchdog: KindParts<'watchdog'> = ({ model, action }) => ({ attributes: { model, action } });

export const sound: KindParts<'sound'> = ({ model, streams }) => ({ attributes: { model, streams } });

export const redirdev: KindParts<'redirdev'> = ({ source }) => ({
  attributes: { bus: 'usb' },
  children: [protocolPart(source)],
});

export const smartcard: KindParts<'smartcard'> = ({ card }) => ({
  children: [card.mode === 'passthrough' && protocolPart(card.chardev)],
});

export const tpm: KindParts<'tpm'> = ({ model, backend }) => ({
  attributes: { model },
  children: [
    part('backend', {
      type: backend.type,
      version: backend.type === 'emulator' ? backend.version : undefined,
    }),
  ],
});

export const iommu: KindParts<'iommu'> = ({ model, driver }) => ({
  attributes: { model },
  children: [filled(part('driver', { intremap: onOff(driver.intremap), eim: onOff(driver.eim) }))],
});

export const filesystem: KindParts<'filesystem'> = ({ type, accessMode }) => ({
  attributes: { type, accessmode: accessMode },
});

export const rng: KindParts<'rng'> = ({ model, backend }) => ({
  attributes: { model },
  children: [
    backend.type === 'egd'
      ? part('backend', { model: backend.type }, [protocolPart(backend.chardev)])
      : {
          ...part('backend', { model: backend.type }),
          text: backend.type === 'random' ? backend.path : undefined,
        },
  ],
});

/** Whole mebibytes, as QEMU wants them. */
export const shmem: KindParts<'shmem'> = ({ model, msi, size }) => ({
  children: [
    part('model', { type: model }),
    size !== undefined && size % MIB === 0 && textPart('size', size / MIB, { unit: 'M' }),
    msi && filled(part('msi', { vectors: msi.vectors, ioeventfd: onOff(msi.ioeventfd) })),
  ],
});

export const pstore: KindParts<'pstore'> = ({ path }) => ({ children: [textPart('path', path)] });

export const memory: KindParts<'memory'> = ({ target }) => ({
  children: [part('target', {}, [textPart('node', target.node)])],
});

/** On a pSeries machine the address is all there is. */
export const nvram: KindParts<'nvram'> = () => ({});

export const vsock: KindParts<'vsock'> = ({ model }) => ({ attributes: { model } });
