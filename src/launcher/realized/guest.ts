import type { Properties } from '../../emitter/args';
import type { LaunchPlan } from '../../model/plan';
import { askKvm } from '../../qemu/probe/kvm';
import { isObject, objects, type Json } from '../../qemu/probe/qmp';
import type { Asked, Expectation } from './expectation';

/** -machine's type, which may be an alias, and its properties. */
export function machineExpectations(type: string, properties: Properties): Expectation[] {
  const machine: Expectation = {
    subject: 'machine',
    what: 'type',
    planned: type,
    ask: (qemu) => machineType(qemu, type),
  };
  const others = Object.entries(properties).flatMap(([what, planned]) =>
    planned === undefined || what === 'accel'
      ? []
      : [{ subject: 'machine', what, planned, ask: (qemu: Asked) => qemu.property('/machine', what) }],
  );
  return [machine, ...others];
}

async function machineType(qemu: Asked, planned: string): Promise<Json | undefined> {
  const type = await qemu.property('/machine', 'type');
  if (typeof type !== 'string') return undefined;
  const name = type.replace(/-machine$/, '');
  const machine = objects(await qemu.query('query-machines')).find((one) => one['name'] === name);
  return machine?.['alias'] === planned ? planned : name;
}

/** What the guest has as a whole. */
export function guestExpectations({ start, uuid, smp, memory, accel, devices }: LaunchPlan): Expectation[] {
  return [
    fact('name', start.name, 'query-name', 'name'),
    ...(uuid === undefined ? [] : [fact('uuid', uuid, 'query-uuid', 'UUID')]),
    ...(accel.name === 'hvf' ? [] : [kvmExpectation(accel.name === 'kvm')]),
    fact('memory', memory.size * 1024, 'query-memory-size-summary', 'base-memory'),
    ...pluggedMemory(devices),
    {
      subject: 'guest',
      what: 'vcpus',
      planned: smp.cpus,
      ask: async (qemu) => {
        const cpus = await qemu.query('query-cpus-fast');
        return Array.isArray(cpus) ? cpus.length : undefined;
      },
    },
    fact('running', false, 'query-status', 'running'),
  ];
}

const kvmExpectation = (planned: boolean): Expectation => ({
  subject: 'guest',
  what: 'kvm',
  planned,
  ask: async (qemu) => (await askKvm((command) => qemu.query(command)))?.enabled,
});

/** DIMMs; what other memory devices hold is up to the guest (QEMU hw/mem/memory-device.c, get_plugged_memory_size). */
function pluggedMemory(devices: LaunchPlan['devices']): Expectation[] {
  const modules = devices.flatMap((device) => (device.kind === 'memory' ? [device] : []));
  if (modules.length === 0 || modules.some(({ front }) => front?.driver !== 'pc-dimm')) return [];
  const size = modules.reduce((sum, { backend }) => sum + backend.size, 0);
  return [fact('memory plugged', size, 'query-memory-size-summary', 'plugged-memory')];
}

function fact(what: string, planned: string | number | boolean, command: string, field: string): Expectation {
  return {
    subject: 'guest',
    what,
    planned,
    ask: async (qemu) => {
      const answer = await qemu.query(command);
      return isObject(answer) ? answer[field] : undefined;
    },
  };
}

/** A -chardev is there. */
export function chardevExpectations(id: string): Expectation[] {
  const ask = async (qemu: Asked) =>
    objects(await qemu.query('query-chardev')).some(({ label }) => label === id) ? 'there' : 'not there';
  return [{ subject: id, what: 'chardev', planned: 'there', ask }];
}
