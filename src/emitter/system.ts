import type { LaunchPlan } from '../model/plan';
import { flag, keyval, text, type Arg } from './args';

export function uuidArgs({ uuid }: LaunchPlan): Arg[] {
  return uuid === undefined ? [] : [text('-uuid', uuid)];
}

export function smbiosArgs({ smbios, fwCfg }: LaunchPlan): Arg[] {
  return [
    ...smbios.map(({ type, fields }) => text('-smbios', smbiosOf(type, fields))),
    ...fwCfg.map(({ name, file, string }) => keyval('-fw_cfg', { name, file, string })),
  ];
}

/** One text, as a reader takes a table for one thing; a list of OEM strings repeats `value=`. */
function smbiosOf(type: number, fields: readonly { name: string; value: string }[]): string {
  return [`type=${type}`, ...fields.map(({ name, value }) => `${name}=${value.replaceAll(',', ',,')}`)].join(
    ',',
  );
}

export function clockArgs({ clock }: LaunchPlan): Arg[] {
  return [
    keyval('-rtc', { base: clock.base, clock: clock.clock, driftfix: clock.driftfix }),
    ...clock.timers.map((timer) =>
      timer.name === 'pit'
        ? keyval('-global', { 'kvm-pit.lost_tick_policy': timer.lostTicks })
        : flag('-no-hpet'),
    ),
  ];
}

export function powerArgs({ power }: LaunchPlan): Arg[] {
  const { sleep } = power;
  return [
    ...(power.noReboot ? [flag('-no-reboot')] : []),
    ...(power.noShutdown ? [flag('-no-shutdown')] : []),
    ...(power.panic === undefined ? [] : [keyval('-action', { panic: power.panic })]),
    ...(power.noAcpi ? [flag('-no-acpi')] : []),
    ...(sleep?.disableS3 === undefined
      ? []
      : [keyval('-global', { [`${sleep.driver}.disable_s3`]: sleep.disableS3 })]),
    ...(sleep?.disableS4 === undefined
      ? []
      : [keyval('-global', { [`${sleep.driver}.disable_s4`]: sleep.disableS4 })]),
  ];
}

export function bootArgs({ boot }: LaunchPlan): Arg[] {
  const options = {
    menu: boot.menu,
    'reboot-timeout': boot.rebootTimeout,
    'splash-time': boot.splashTime,
    strict: boot.strict,
  };
  const used = Object.values(options).some((value) => value !== undefined);
  return [
    ...(used ? [keyval('-boot', options)] : []),
    ...optional('-kernel', boot.kernel),
    ...optional('-initrd', boot.initrd),
    ...optional('-append', boot.append),
    ...optional('-shim', boot.shim),
    ...optional('-dtb', boot.dtb),
    ...boot.acpiTables.map(({ sig, file }) => keyval('-acpitable', { sig, file })),
  ];
}

function optional(option: string, value: string | undefined): Arg[] {
  return value === undefined ? [] : [text(option, value)];
}
