import type { Place } from '../../model/place';
import { error, note, warning } from '../diagnostic';
import { tags } from '../tag';

export const clockBeyond = (at: Place) =>
  error('clock-invalid', at, 'the clock would start outside of the years 0 to 9999', {
    help: 'give seconds, not milliseconds, since 1970',
  });

export const clockDated = (at: Place) =>
  note('clock-dated', at, "the clock starts at a date, counted from the host's time of this conversion", {
    help: 'convert for each start, or have domxml2qemu run do it: a command that is kept starts in the past',
  });

export const clockUnknown = (at: Place) =>
  note(
    'clock-now-unknown',
    at,
    'the clock starts at the time of the host: its shift is not on the command line',
    {
      help: "give the host's time with --host FILE (clock.now), or a date with <clock offset='absolute'>",
    },
  );

export const guestNameInvalid = (at: Place, character: string) =>
  error(
    'guest-name-invalid',
    at,
    `the name of a guest cannot have ${character} in it: files are named after it`,
    {
      help: 'give the guest another name',
    },
  );

export const timerUnsupported = (at: Place, what: string, help: string) =>
  error('timer-unsupported', at, what, { help });

export const keywrapForeign = (at: Place) =>
  error('keywrap-foreign', at, 'only s390x machines wrap keys for their guests', {
    help: 'remove <keywrap>',
  });

export const domainTypeForeign = (at: Place, type: string) =>
  error('domain-type-foreign', at, `a domain of type '${type}' does not run on QEMU`, {
    help: "use type='kvm' or type='qemu'",
  });

export const machineNoPci = (at: Place, machine: string) =>
  error('machine-no-pci', at, `libvirt places devices on PCI, which ${machine} lacks`, {
    help: 'use --profile standalone, or a machine with PCI, such as q35',
  });

export const osTypeForeign = (at: Place, type: string) =>
  error('os-type-foreign', at, `the guest type '${type}' does not run on QEMU`, {
    help: 'use <type>hvm</type>',
  });

/** A type that this QEMU had once; `instead`: what it has for it, which may be the same under another name. */
export const machineRemoved = (
  at: Place,
  machine: string,
  release: string,
  instead: { readonly name: string; readonly hardware: 'same' | 'newer' | 'other' } | undefined,
) =>
  error('machine-removed', at, `this QEMU has no machine type '${machine}': it was removed in ${release}`, {
    help:
      instead?.hardware !== 'same'
        ? `use an older QEMU${instead === undefined ? '' : `, or a copy of the guest on ${instead.name}, where it sees ${instead.hardware} hardware`}`
        : `write ${instead.name}: it is the same machine under another name`,
  });

/** A distribution's own type, of which the tables of releases know nothing; `likened`: upstream's, which stands in. */
export const machineLikened = (at: Place, machine: string, likened: string, vendor = 'a distribution') =>
  note('machine-likened', at, `'${machine}' is a machine type of ${vendor}: it is taken for ${likened}`, {
    help: `only QEMUs of ${vendor} have it: ask the one that will run the guest with --qemu BINARY`,
  });

/** `release`: the QEMU that brought a machine type of its name; `meant`: a name that is much like it; `qemu`: which one is meant. */
export const machineUnknown = (
  at: Place,
  machine: string,
  known: {
    readonly release: string | undefined;
    readonly unversioned: string | undefined;
    readonly meant: string | undefined;
  },
  qemu: { readonly version: string; readonly program: string },
) =>
  error('machine-unknown', at, `this QEMU has no machine type '${machine}'`, {
    notes: [{ message: `it is QEMU ${qemu.version}, ${qemu.program}` }],
    help:
      known.release === undefined
        ? `see what it has with: domxml2qemu probe BINARY, or -machine help${known.meant === undefined ? '' : `; did you mean ${known.meant}?`}`
        : `use QEMU ${known.release} or newer${known.unversioned === undefined ? '' : `, or an unversioned name such as ${known.unversioned}`}`,
  });

/** `problem`: what is known of the reason, and the way out of it. */
export const accelUnavailable = (
  at: Place,
  type: string,
  problem?: { readonly why: string; readonly help?: string | undefined },
) =>
  error('accel-unavailable', at, `this host's QEMU cannot run a domain of type '${type}'`, {
    notes: problem === undefined ? [] : [{ message: problem.why }],
    help: `${problem?.help === undefined ? '' : `${problem.help}; or `}use type='qemu', or convert with --accel tcg`,
  });

export const featureUnavailable = (at: Place, what: string, release: string) =>
  error('feature-unavailable', at, `${what} cannot be set on this QEMU`, {
    help: `remove it, or use QEMU ${release} or later`,
  });

export const featureForeign = (at: Place, name: string, machine: string, board: string) =>
  error('feature-foreign', at, `machine '${machine}' does not have the feature <${name}>`, {
    help: `remove it: it is one of ${board} machines`,
  });

export const hypervOfHost = (at: Place) =>
  warning('hyperv-of-host', at, 'what the host tells Windows is not known here: only what is named is on', {
    help: "name what is to be on, as in <relaxed state='on'/>, or use mode='passthrough'",
  });

export const featureInvalid = (at: Place, problem: string, help: string) =>
  error('feature-invalid', at, problem, { help });

export const tsegInvalid = (at: Place, problem: string, help: string) =>
  error('tseg-invalid', at, problem, { help });

export const seclabelInvalid = (at: Place, problem: string, help: string) =>
  error('seclabel-invalid', at, problem, { help });

export const iothreadInvalid = (at: Place, problem: string, help: string) =>
  error('iothread-invalid', at, problem, { help });

export const vcpuInvalid = (at: Place, problem: string, help: string) =>
  error('vcpu-invalid', at, problem, { help });

export const sysinfoInvalid = (at: Place, problem: string, help: string) =>
  error('sysinfo-invalid', at, problem, { help });

/** `names`: those that there are in its table; `meant`: the one that is written nearly so. */
export const sysinfoEntryUnknown = (at: Place, name: string, names: readonly string[], meant?: string) =>
  warning(
    'sysinfo-entry-unknown',
    at,
    `there is no entry '${name}' in this table: the guest does not see it`,
    {
      help: `${meant === undefined ? '' : `did you mean '${meant}'? `}use one of: ${names.join(', ')}`,
    },
  );

/** By the path in the XML; `cards`: so many have the same. */
export const leftToHost = (at: Place, settings: readonly string[], cards = 1) =>
  note(
    'left-to-host',
    at,
    `${tags(settings, cards)}: libvirt does this on the host, no argument of QEMU does`,
    {
      help: "do the same on the host, or do without: docs/run.md says how, under 'Left to the host'",
    },
  );

export const leaseUnheld = (at: Place) =>
  note('lease-unheld', at, 'a lease is held by a lock manager, not by QEMU: it has no argument', {
    help: 'see to it that no other host starts this guest',
  });

/** `instead`: what QEMU does, alone. */
export const eventUnfollowed = (at: Place, event: string, action: string, instead: string, help: string) =>
  note('event-unfollowed', at, `nobody but libvirt follows on_${event} '${action}': ${instead}`, { help });

export const smbiosOfHost = (at: Place) =>
  warning(
    'smbios-of-host',
    at,
    "the guest does not see this host's SMBIOS, which libvirt would read for it",
    {
      help: "use mode='sysinfo' and write into <sysinfo type='smbios'> what the guest is to see (dmidecode shows the host's)",
    },
  );

export const eventInvalid = (at: Place, event: string, action: string) =>
  error('event-invalid', at, `on_${event} cannot be '${action}' in QEMU`, {
    help: 'use destroy or restart',
  });
