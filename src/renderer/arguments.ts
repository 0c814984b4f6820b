import type { Properties } from '../emitter/args';
import type { Emitted } from '../emitter/emitted';
import { needsJson, renderArg, type JsonForms } from './argument';

/**
 * The words of all options, in their order. QEMU makes the devices that are written as JSON after all others, and finds
 * no bus of theirs before (system/vl.c qemu_create_cli_devices): what sits on one is JSON, too.
 */
export function renderArgs(emitted: readonly Emitted[], json: JsonForms): string[][] {
  const late = new Set<string>();
  return emitted.map(({ arg }) => {
    if (arg.form !== 'device' || json.device) return renderArg(arg, json);
    const isLate = needsJson(arg) || (late.size > 0 && sitsOn(arg.value, late));
    if (isLate && typeof arg.value.id === 'string') late.add(arg.value.id);
    return renderArg(arg, json, isLate);
  });
}

/** A bus is named as its device, most with a number behind it: `scsi0.0`, `pci.1`. */
function sitsOn({ bus }: Properties, devices: ReadonlySet<string>): boolean {
  return typeof bus === 'string' && (devices.has(bus) || devices.has(bus.replace(/\.\d+$/, '')));
}
