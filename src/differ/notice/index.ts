import { valueOf, type Argument } from '../argument';
import { HOST_SIDE } from './device';
import { ENCRYPTION, OPTIONS } from './options';

/** Whether the guest notices that a property is another: its address, its model, the machine that it is on (ABI). */
export function isNoticed(
  argument: Argument,
  name: string,
  values: readonly (string | undefined)[],
): boolean {
  const { option } = argument;
  if (isWriteback(name)) return new Set(values.map(writeback)).size > 1;
  if (option === '-device') return !HOST_SIDE.has(name.split('.')[0] ?? '');
  if (option === 'host step') return new Set(values.map(banks)).size > 1;
  const noticed = encrypts(argument) ? ENCRYPTION : OPTIONS[option];
  if (noticed === undefined) return false;
  return noticed.guest !== (noticed.except?.has(name) === true);
}

/** Whether the guest notices that an option is there or not. */
export function isNoticedWhole(argument: Argument): boolean {
  const { option } = argument;
  return encrypts(argument) || option === '-device' || option === '-accel' || OPTIONS[option]?.guest === true;
}

const encrypts = (argument: Argument) =>
  argument.option === '-object' && /^(sev|sev-snp|tdx)-guest$/.test(valueOf(argument, 'qom-type') ?? '');

/** Of the commands that are done on the host, those that make a TPM say which banks the guest finds. */
const banks = (command = '') => / --pcr-banks (\S+)/.exec(command)?.[1];

const isWriteback = (name: string) => name === 'cache' || name === 'cache.writeback';

/** The cache mode of a -drive is the host's, but for what it makes of the disk: one with or without a write cache. */
function writeback(value: string | undefined): boolean {
  return value !== 'writethrough' && value !== 'directsync' && value !== 'off';
}
