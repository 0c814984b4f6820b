import fc from 'fast-check';
import { HBA_LIMITS, type HbaModel } from '../../../../src/qemu/scsi-devices';
import {
  addressParts,
  ControllerPlaces,
  placeOf,
  type LunPlace,
  type WantedPlace,
} from '../../../../src/resolver/scsi/set/places';

const text = ({ channel, target, lun }: WantedPlace) => `${channel}:${target}:${String(lun)}`;

const model = fc.constantFrom(...(Object.keys(HBA_LIMITS) as HbaModel[]));
const small = fc.oneof(fc.nat(9), fc.nat(300));
const wanted = fc.record({
  channel: fc.nat(2),
  target: small,
  lun: fc.option(fc.oneof(small, fc.constant(16_384)), { nil: undefined }),
});
const sets = fc.uniqueArray(wanted, { maxLength: 40, selector: text });

/** How many LUNs a controller of that model takes. */
function capacity(name: HbaModel): number {
  const { channel, target, lun, ownId } = HBA_LIMITS[name];
  return (channel + 1) * (target + 1 - (ownId === undefined ? 0 : 1)) * (lun + 1);
}

function placed(name: HbaModel, taken: readonly LunPlace[], luns: readonly WantedPlace[]) {
  const places = new ControllerPlaces(HBA_LIMITS[name]);
  for (const place of taken) places.take(place);
  return places.place(luns);
}

function fits(name: HbaModel, { channel, target, lun }: WantedPlace): boolean {
  const limits = HBA_LIMITS[name];
  if (lun === undefined || lun > limits.lun || target === limits.ownId) return false;
  return channel <= limits.channel && target <= limits.target;
}

test('each LUN has a place of its own that the controller has, as long as there are any', () => {
  fc.assert(
    fc.property(model, sets, (name, luns) => {
      const given = placed(name, [], luns).flatMap((one) => (one === undefined ? [] : [one.place]));
      expect(new Set(given.map(text)).size).toBe(given.length);
      expect(given.every((place) => fits(name, place))).toBe(true);
      expect(given).toHaveLength(Math.min(luns.length, capacity(name)));
    }),
  );
});

test('what fits stays, and nothing is said of it; what moves has a reason', () => {
  fc.assert(
    fc.property(model, sets, (name, luns) => {
      const given = placed(name, [], luns);
      luns.forEach((lun, n) => {
        const one = given[n];
        if (fits(name, lun)) expect(one).toEqual({ place: lun });
        else if (one !== undefined) expect(one.why).toMatch(/its|several levels/);
      });
    }),
  );
});

test('what others have is left to them', () => {
  fc.assert(
    fc.property(sets, sets, (others, luns) => {
      const taken = others.filter((place): place is LunPlace => fits('virtio-scsi', place));
      const given = placed('virtio-scsi', taken, luns).map((one) => one && text(one.place));
      for (const place of taken) expect(given).not.toContain(text(place));
    }),
  );
});

test('LUNs of a target that the controller lacks stay together on the lowest that nobody is on', () => {
  const luns = [
    { channel: 0, target: 0, lun: 0 },
    { channel: 0, target: 300, lun: 4 },
    { channel: 0, target: 300, lun: undefined },
    { channel: 1, target: 0, lun: 0 },
  ];
  const others = [{ channel: 0, target: 1, lun: 9 }];
  expect(placed('virtio-scsi', others, luns).map((one) => one && text(one.place))).toEqual([
    '0:0:0',
    '0:2:4',
    '0:2:0',
    '0:3:0',
  ]);
});

test('an adapter of one LUN a target has its ids in unit', () => {
  const { lsilogic, lsisas1078 } = HBA_LIMITS;
  const place = { channel: 0, target: 5, lun: 0 };
  expect(addressParts(place, lsilogic)).toEqual({ bus: 0, target: 0, unit: 5 });
  expect(addressParts({ ...place, lun: 3 }, lsisas1078)).toEqual({ bus: 0, target: 5, unit: 3 });
  for (const limits of [lsilogic, lsisas1078])
    expect(placeOf(addressParts(place, limits), limits)).toEqual(place);
});
