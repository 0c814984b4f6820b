import type { DriveAddress } from '../../../model/address';
import type { HbaLimits } from '../../../qemu/scsi-devices';

/** Where a LUN stands on an adapter, in SCSI's words. */
export interface LunPlace {
  readonly channel: number;
  readonly target: number;
  readonly lun: number;
}

/** A LUN's place on the host: undefined LUN for one of several levels. */
export type WantedPlace = Omit<LunPlace, 'lun'> & { readonly lun: number | undefined };

/** A LUN's place in the guest, and why it is not the one of the host. */
export interface GivenPlace {
  readonly place: LunPlace;
  readonly why?: string | undefined;
}

/** The places of one of the guest's controllers. What is taken once stays taken. */
export class ControllerPlaces {
  private readonly taken = new Set<string>();
  /** Targets that something stands on, and those without room. */
  private readonly used = new Set<string>();
  private readonly full = new Set<string>();
  /** Target -> the LUN to look at next. */
  private readonly reached = new Map<string, number>();

  constructor(private readonly limits: HbaLimits) {}

  take(place: LunPlace): void {
    this.taken.add(keyOf(place));
    this.used.add(targetKey(place));
  }

  /**
   * A place for each LUN: its own where the controller has it and it is free. The others stay together by target: on their
   * own target if there is one, else on the first that is free, at their own LUN or the first free one. Undefined: full.
   */
  place(wanted: readonly WantedPlace[]): (GivenPlace | undefined)[] {
    const whys = wanted.map((place) => this.whyNot(place));
    const kept = wanted.map((place, n) => (whys[n] === undefined ? this.claim(place) : undefined));
    const targets = new Map<string, Target>();
    return wanted.map((place, n) => {
      const own = kept[n];
      if (own !== undefined) return { place: own };
      const given = this.substitute(place, targets);
      return given && { place: given, why: whys[n] ?? 'another LUN of the host has this number there' };
    });
  }

  /** Undefined where it fits. */
  private whyNot({ channel, target, lun }: WantedPlace): string | undefined {
    const { limits } = this;
    if (channel > limits.channel) return `its controller has no channel ${channel}`;
    if (target > limits.target) return `its controller has no target ${target}`;
    if (target === limits.ownId) return `id ${target} is the one of its controller`;
    if (lun === undefined) return 'a LUN of several levels has no place on its controller';
    if (lun > limits.lun) return `its controller has no LUN ${lun}`;
    return this.taken.has(keyOf({ channel, target, lun })) ? 'another device has its place' : undefined;
  }

  private claim({ channel, target, lun }: WantedPlace): LunPlace | undefined {
    if (lun === undefined || this.taken.has(keyOf({ channel, target, lun }))) return undefined;
    const place = { channel, target, lun };
    this.take(place);
    return place;
  }

  private substitute(wanted: WantedPlace, targets: Map<string, Target>): LunPlace | undefined {
    const from = targetKey(wanted);
    for (;;) {
      const target = targets.get(from) ?? this.targetFor(wanted);
      if (target === undefined) return undefined;
      targets.set(from, target);
      const place = this.claim({ ...target, lun: this.lunOn(target, wanted.lun) });
      if (place !== undefined) return place;
      targets.delete(from);
      this.full.add(targetKey(target));
    }
  }

  private lunOn(target: Target, wanted: number | undefined): number | undefined {
    if (
      wanted !== undefined &&
      wanted <= this.limits.lun &&
      !this.taken.has(keyOf({ ...target, lun: wanted }))
    )
      return wanted;
    const key = targetKey(target);
    for (let lun = this.reached.get(key) ?? 0; lun <= this.limits.lun; lun++) {
      if (this.taken.has(keyOf({ ...target, lun }))) continue;
      this.reached.set(key, lun);
      return lun;
    }
    return undefined;
  }

  /** Its own, then one that nobody is on, then any with room. */
  private targetFor({ channel, target }: WantedPlace): Target | undefined {
    if (this.hasRoom({ channel, target })) return { channel, target };
    const all = this.targets();
    return (
      all.find((other) => this.hasRoom(other) && !this.used.has(targetKey(other))) ??
      all.find((other) => this.hasRoom(other))
    );
  }

  private hasRoom(target: Target): boolean {
    const { limits } = this;
    const there = target.channel <= limits.channel && target.target <= limits.target;
    return there && target.target !== limits.ownId && !this.full.has(targetKey(target));
  }

  private targets(): Target[] {
    const numbers = Array.from({ length: this.limits.target + 1 }, (_, target) => target);
    const channels = Array.from({ length: this.limits.channel + 1 }, (_, channel) => channel);
    return channels.flatMap((channel) => numbers.map((target) => ({ channel, target })));
  }
}

type Target = Omit<LunPlace, 'lun'>;

function keyOf({ channel, target, lun }: LunPlace): string {
  return `${channel}:${target}:${lun}`;
}

function targetKey({ channel, target }: Target): string {
  return `${channel}:${target}`;
}

/** libvirt's words for a place, and back. An adapter with one LUN a target has its ids in `unit`. */
export function addressParts({ channel, target, lun }: LunPlace, limits: HbaLimits) {
  return limits.unitIsTarget ? { bus: 0, target: 0, unit: target } : { bus: channel, target, unit: lun };
}

export function placeOf(
  { bus, target, unit }: Pick<DriveAddress, 'bus' | 'target' | 'unit'>,
  limits: HbaLimits,
): LunPlace {
  return limits.unitIsTarget ? { channel: bus, target: unit, lun: 0 } : { channel: bus, target, lun: unit };
}
