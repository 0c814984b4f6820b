import {
  pciAddressTaken,
  pciBusIncompatible,
  pciBusMissing,
  pciDomainMissing,
  pciFull,
  pciNone,
  pciSlotRange,
} from '../../../diagnostics/catalog';
import type { Diagnostic } from '../../../diagnostics/diagnostic';
import { pciText, type PciPlace } from '../../../model/address';
import type { PciModel } from '../../../model/controller';
import type { Place } from '../../../model/place';
import { AGGREGATE, compatible, DOWNSTREAM, PCI_BRIDGE, PCIE_TO_PCI } from './connect';
import { growth, type GrowthFacts } from './growth';

interface Bus {
  readonly model: PciModel;
  readonly flags: number;
  readonly minSlot: number;
  readonly maxSlot: number;
  /** Functions in use by slot, as bits. */
  readonly functions: number[];
  /** How many slots are in use. */
  taken: number;
  /** Slots that take functions of more than one device, as bits. */
  aggregates: number;
  /** The group of host devices that it is for; undefined: all else. */
  isolation: string | undefined;
  /** Whether that is settled, whatever comes to it. */
  settled: boolean;
}

/** Why a place cannot be had; the caller knows where in the XML it was asked for. */
export type Refusal = (at: Place) => Diagnostic;

/** The bus number of a PCI address has a byte. */
const MOST_BUSES = 256;

/**
 * The guest's PCI buses and what is taken on them: scratch paper of one pass. A growing set adds the buses that its
 * devices need (libvirt's dry run); a fixed one refuses.
 */
export class PciAddressSet {
  readonly buses: Bus[] = [];

  constructor(
    private readonly grows: boolean,
    private readonly facts: GrowthFacts,
  ) {}

  addBus(model: PciModel, only?: number): void {
    const { flags, minSlot, maxSlot } = DOWNSTREAM[model];
    this.buses.push({
      model,
      flags: only ?? flags,
      minSlot,
      maxSlot,
      functions: [],
      taken: 0,
      aggregates: 0,
      isolation: undefined,
      // the machine's own bridge is for everybody
      settled: this.buses.length === 0,
    });
  }

  slotInUse(place: PciPlace): boolean {
    return (this.buses[place.bus]?.functions[place.slot] ?? 0) !== 0;
  }

  /** Takes an address that the user wrote or that the machine fixes. */
  reserve(place: PciPlace, flags: number, isolation?: string): Refusal | undefined {
    const last = this.buses.length - 1;
    const grown = this.grow(place.bus, flags) === undefined;
    const problem = this.check(place, flags);
    if (problem !== undefined && grown) return problem;
    const bus = this.buses[place.bus];
    if (bus === undefined) return (at) => pciBusMissing(at, place.bus, last);
    const used = bus.functions[place.slot] ?? 0;
    if ((used & (1 << place.function)) !== 0) return (at) => pciAddressTaken(at, pciText(place));
    isolate(bus, isolation);
    this.take(bus, place, flags);
    return undefined;
  }

  /** Takes the first address where the device fits; adds a bus for it if there is none and the set grows. */
  next(flags: number, fn = -1, isolation?: string): PciPlace | Refusal {
    if (this.buses.length === 0) return pciNone;
    const known = this.find(flags, fn, (bus) => bus.isolation === isolation);
    if (known !== undefined) return known;
    const found = isolation && this.find(flags, fn, ({ taken, settled }) => taken === 0 && !settled);
    if (found) return this.isolated(found, isolation);
    if (!this.grows) return pciFull;
    const problem = this.grow(this.buses.length, flags);
    if (problem !== undefined) return problem;
    const number = this.buses.length - 1;
    const bus = this.buses[number];
    if (bus === undefined) return pciFull;
    const place = { domain: 0, bus: number, slot: bus.minSlot, function: Math.max(fn, 0) };
    this.take(bus, place, flags);
    return this.isolated(place, isolation);
  }

  /** Takes the first address that suits, on a bus that does. */
  private find(flags: number, fn: number, suits: (bus: Bus) => boolean): PciPlace | undefined {
    for (const [number, bus] of this.buses.entries()) {
      const found = suits(bus) ? this.findOn(bus, number, flags, fn) : undefined;
      if (found === undefined) continue;
      this.take(bus, found, flags);
      return found;
    }
    return undefined;
  }

  private isolated(place: PciPlace, isolation: string | undefined): PciPlace {
    const bus = this.buses[place.bus];
    if (bus !== undefined && isolation !== undefined) bus.isolation = isolation;
    return place;
  }

  /** Whether the address exists and suits the device, taken or not. */
  check(place: PciPlace, flags: number): Refusal | undefined {
    if (this.buses.length === 0) return pciNone;
    if (place.domain !== 0) return (at) => pciDomainMissing(at, pciText(place));
    const bus = this.buses[place.bus];
    if (bus === undefined) return (at) => pciBusMissing(at, place.bus, this.buses.length - 1);
    if (!compatible(bus.flags, flags, true))
      return (at) => pciBusIncompatible(at, pciText(place), place.bus, bus.model);
    if (place.slot < bus.minSlot || place.slot > bus.maxSlot)
      return (at) => pciSlotRange(at, place.slot, bus.model, bus.minSlot, bus.maxSlot);
    return undefined;
  }

  private findOn(bus: Bus, number: number, flags: number, fn: number): PciPlace | undefined {
    if (isFull(bus) || !compatible(bus.flags, flags, false)) return undefined;
    for (let slot = bus.minSlot; slot <= bus.maxSlot; slot += 1) {
      const used = bus.functions[slot] ?? 0;
      if (used === 0) return { domain: 0, bus: number, slot, function: Math.max(fn, 0) };
      if ((flags & AGGREGATE) === 0 || (bus.aggregates & (1 << slot)) === 0) continue;
      const free = [0, 1, 2, 3, 4, 5, 6, 7].find((one) => (used & (1 << one)) === 0);
      if (free !== undefined) return { domain: 0, bus: number, slot, function: free };
    }
    return undefined;
  }

  private take(bus: Bus, place: PciPlace, flags: number): void {
    const used = bus.functions[place.slot] ?? 0;
    if (used === 0) bus.taken++;
    if (used === 0 && (flags & AGGREGATE) !== 0) bus.aggregates |= 1 << place.slot;
    bus.functions[place.slot] = used | (1 << place.function);
  }

  /** Adds buses up to number `wanted`; the bus that a device gets may be a later one (a bridge needs a place too). */
  private grow(wanted: number, flags: number): Refusal | undefined {
    if (!this.grows || wanted < this.buses.length) return undefined;
    if (wanted >= MOST_BUSES) return pciFull;
    const chain = growth(flags, {
      root: this.buses[0]?.model,
      ...this.facts,
      takesBridges: this.buses.some((bus) => (bus.flags & PCI_BRIDGE) !== 0),
    });
    if (chain === undefined) return pciFull;
    const { first, then } = chain;
    if (first === undefined) {
      while (this.buses.length <= wanted) this.addBus(then);
      return undefined;
    }
    // the port below the bridge takes nothing else, so that a spare port for hot plug is still added
    this.addBus(first, first === 'pcie-root-port' ? PCIE_TO_PCI : undefined);
    this.addBus(then);
    while (this.buses.length <= wanted) this.addBus('pci-bridge');
    return undefined;
  }
}

/** The first device on a bus decides whom it is for, unless the user puts another kind beside it. */
function isolate(bus: Bus, isolation: string | undefined): void {
  if (bus.settled || bus.isolation === isolation) return;
  bus.settled = bus.taken > 0;
  bus.isolation = bus.settled ? undefined : isolation;
}

function isFull({ taken, aggregates, minSlot, maxSlot }: Bus): boolean {
  return aggregates === 0 && taken > maxSlot - minSlot;
}
