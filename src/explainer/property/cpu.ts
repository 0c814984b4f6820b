import { fact, type PropertyFacts, type PropertyTable } from './facts';

const hv = (element: string, about: string, attribute = 'state'): PropertyFacts =>
  fact(`Hyper-V: ${about}`, `features/hyperv/${element}/@${attribute}`);

/** Of -cpu; whatever is not in it is a feature of the processor (QEMU docs/system/i386/hyperv.rst, target/i386/cpu.c). */
export const CPU_PROPERTIES: PropertyTable = {
  '': fact('the processor that the guest sees', ['cpu/model', 'cpu/@mode', 'cpu']),
  migratable: fact('only what another host can have, too', 'cpu/@migratable'),
  'host-cache-info': fact("the host's caches", 'cpu/cache'),
  'l3-cache': fact('a third level of cache', 'cpu/cache'),
  vendor: fact('who made it', 'cpu/vendor'),
  'host-phys-bits': fact('as many address bits as the host has', 'cpu/maxphysaddr/@mode'),
  'host-phys-bits-limit': fact('at most so many of them', 'cpu/maxphysaddr/@limit'),
  'phys-bits': fact('bits of a physical address', 'cpu/maxphysaddr/@bits'),
  'tsc-frequency': fact('ticks a second of the time stamp counter', 'clock/timer/@frequency'),
  kvmclock: fact('the clock that KVM gives a guest', 'clock/timer/@present'),
  pmu: fact('performance counters', 'features/pmu/@state'),
  kvm: fact('the guest can see that it runs on KVM', 'features/kvm/hidden/@state'),
  'kvm-hint-dedicated': fact(
    'each processor has one of the host to itself',
    'features/kvm/hint-dedicated/@state',
  ),
  'kvm-poll-control': fact('the guest may turn off polling of the host', 'features/kvm/poll-control/@state'),
  'kvm-pv-ipi': fact('interrupts between processors by one call', 'features/kvm/pv-ipi/@state'),
  'kvm-pv-eoi': fact('the end of an interrupt costs no exit', 'features/apic/@eoi'),
  'kvm-pv-unhalt': fact('spin locks that sleep', 'features/pvspinlock/@state'),
  'hv-relaxed': hv('relaxed', 'no watchdog inside the guest'),
  'hv-vapic': hv('vapic', 'an interrupt controller that costs fewer exits'),
  'hv-spinlocks': hv('spinlocks', 'tries before a spin lock tells the host', 'retries'),
  'hv-vpindex': hv('vpindex', 'a number for each processor'),
  'hv-runtime': hv('runtime', 'the time that a processor ran'),
  'hv-synic': hv('synic', 'an interrupt controller for messages'),
  'hv-stimer': hv('stimer', 'timers for each processor'),
  'hv-stimer-direct': fact('Hyper-V: timers that interrupt at once', 'features/hyperv/stimer/direct/@state'),
  'hv-time': fact('Hyper-V: a clock that costs no exit', ['clock/timer/@present', 'clock/timer']),
  'hv-reset': hv('reset', 'a register that resets the guest'),
  'hv-vendor-id': hv('vendor_id', 'who made the hypervisor', 'value'),
  'hv-frequencies': hv('frequencies', 'the guest reads how fast its clocks are'),
  'hv-reenlightenment': hv('reenlightenment', 'the guest hears that its clock has changed'),
  'hv-tlbflush': hv('tlbflush', 'TLBs of other processors are emptied by one call'),
  'hv-tlbflush-direct': fact(
    'Hyper-V: the same for guests in the guest',
    'features/hyperv/tlbflush/direct/@state',
  ),
  'hv-ipi': hv('ipi', 'interrupts between processors by one call'),
  'hv-evmcs': hv('evmcs', 'guests in the guest run faster'),
  'hv-avic': hv('avic', 'interrupts by AVIC of the processor'),
  'hv-emsr-bitmap': hv('emsr_bitmap', 'fewer exits of guests in the guest'),
  'hv-xmm-input': hv('xmm_input', 'calls may take values in XMM registers'),
  'hv-crash': fact('Hyper-V: the guest tells why it crashed', 'devices/panic/@model'),
};

/** What any other name after the model is. */
export const CPU_FEATURE: PropertyFacts = fact('a feature of the processor', 'cpu/feature');
