import type { Properties } from '../emitter/args';
import type { DeviceKind } from '../model/device';
import type { PlannedDevice, PlannedOf } from '../model/plan/device';
import type { BusKind } from './topology';

/** A device that the machine has without a -device. */
export interface BoardDevice {
  readonly driver: string;
  readonly on: BusKind;
  readonly properties?: Properties | undefined;
}

/** Kinds of which some are on the board, or come with a -drive or a -machine. */
const BOARD_DEVICES: { readonly [K in DeviceKind]?: (planned: PlannedOf<K>) => BoardDevice | undefined } = {
  disk: ({ frontend, device, slot }) => {
    if (frontend !== undefined) return undefined;
    return device.target.bus === 'fdc'
      ? {
          driver: 'floppy',
          on: 'floppy',
          properties: { unit: slot.type === 'ide' ? slot.unit : unitOf(device) },
        }
      : { driver: 'sd-card', on: 'sd' };
  },
  serial: ({ front, device }) =>
    front.type === 'serial' ? { driver: device.targetModel ?? 'serial', on: 'machine' } : undefined,
  watchdog: ({ front }) => (front.type === 'chipset' ? { driver: 'TCO', on: 'isa' } : undefined),
  nvram: ({ slot }) => ({
    driver: 'spapr-nvram',
    on: 'spapr-vio',
    properties: { reg: slot.type === 'spapr-vio' ? slot.reg : undefined },
  }),
  memory: ({ front }) => (front === undefined ? { driver: 'sgx-epc', on: 'memory' } : undefined),
};

function unitOf({ address }: PlannedOf<'disk'>['device']): number | undefined {
  return address?.type === 'drive' ? address.unit : undefined;
}

export function withoutArgument(planned: PlannedDevice): BoardDevice | undefined {
  // a planned device fits the function of its own kind
  const of = BOARD_DEVICES[planned.kind] as ((planned: PlannedDevice) => BoardDevice | undefined) | undefined;
  return of?.(planned);
}
