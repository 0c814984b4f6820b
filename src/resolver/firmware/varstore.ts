import { posix } from 'node:path';
import { firmwareInvalid } from '../../diagnostics/catalog';
import type { Domain } from '../../model/domain';
import type { PlannedFirmware } from '../../model/plan/machine';
import { shellWord } from '../../model/shell-word';
import { isX86 } from '../../qemu/architectures';
import type { Context } from '../context';
import { STATE } from '../guest/paths';
import { machineFamily } from '../machine/family';
import { requires } from '../requires';
import { copyTemplate } from './template';

/** A guest whose ROM keeps variables has a file of its own for them (libvirt 12.1, src/qemu/qemu_firmware.c). */
export function withVarstore(guest: Domain, { decide }: Pick<Context, 'decide'>): Domain {
  const { name, os } = guest;
  const { loader, varstore } = os;
  if (varstore === undefined || loader?.path === undefined || varstore.path !== undefined) return guest;
  const path = `${STATE}/varstore/${name}.json`;
  decide({
    subject: 'varstore',
    value: path,
    reason: "the guest names no file for its variables: this is libvirt's place for them",
    at: varstore.at,
    caveats: varstore.template === undefined ? ['no template of it is known: QEMU starts an empty one'] : [],
  });
  return { ...guest, os: { ...os, varstore: { ...varstore, path } } };
}

/** The device that keeps the variables of a ROM; undefined: it keeps none. */
export function planVarstore(guest: Domain, context: Context): PlannedFirmware['varstore'] {
  const { arch, varstore } = guest.os;
  if (varstore?.path === undefined) return undefined;
  const { path, template } = varstore;
  context.resource({ path, access: 'read-write', shared: false, usedBy: 'firmware' });
  if (template !== undefined)
    copyTemplate({ source: { at: varstore.at, type: 'file', path }, template }, context);
  else
    context.hostStep({
      what: "the folder of the guest's variables must exist; QEMU makes the file",
      commands: [`mkdir -p ${shellWord(posix.dirname(path))}`],
    });
  const driver = isX86(arch ?? context.qemu.arch) ? 'uefi-vars-x64' : 'uefi-vars-sysbus';
  return { driver, jsonfile: path };
}

/** Boards that take the device (QEMU: machine_class_allow_dynamic_sysbus_dev of pc_q35.c, pc_piix.c and virt.c). */
const BOARDS: readonly string[] = ['q35', 'i440fx', 'virt'];

export function validateVarstore(guest: Domain, context: Context): void {
  const { varstore } = guest.os;
  if (varstore?.path === undefined) return;
  requires(context, 'uefi-vars', varstore.at, '<varstore>');
  const family = machineFamily(guest, context);
  if (context.profile.checksForQemu && context.qemu.has('uefi-vars') && !BOARDS.includes(family))
    context.report(
      firmwareInvalid(
        varstore.at,
        'this board has no device that keeps variables in a file',
        'use q35 or virt, or remove <varstore>',
      ),
    );
}
