import type { FirmwareFacts, FirmwareFile } from './facts';

type Json = Readonly<Record<string, unknown>>;

/** A firmware descriptor (QEMU docs/interop/firmware.json). Undefined: it is none, as one that masks another. */
export function readFirmwareDescriptor(path: string, text: string): FirmwareFacts | undefined {
  const root = parse(text);
  const mapping = objectOf(root['mapping']);
  const device = DEVICES.find((known) => known === mapping['device']);
  const executable = device && fileOf(device === 'flash' ? mapping['executable'] : mapping);
  if (device === undefined || executable === undefined) return undefined;
  const targets = listOf(root['targets']).map(objectOf);
  return {
    path,
    interfaces: wordsOf(root['interface-types']),
    device,
    mode: device === 'flash' ? (MODES.find((known) => known === mapping['mode']) ?? 'split') : undefined,
    executable,
    nvramTemplate: fileOf(mapping['nvram-template']),
    varstoreTemplate: device === 'memory' ? varsOf(mapping['uefi-vars']) : undefined,
    targets: targets.flatMap(({ architecture, machines }) =>
      typeof architecture === 'string' ? [{ arch: architecture, machines: wordsOf(machines) }] : [],
    ),
    features: wordsOf(root['features']),
  };
}

const DEVICES = ['flash', 'kernel', 'memory'] as const;
const MODES = ['split', 'combined', 'stateless'] as const;

function parse(text: string): Json {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return {};
  }
}

function fileOf(value: unknown): FirmwareFile | undefined {
  const { filename, format } = objectOf(value);
  if (typeof filename !== 'string' || !filename.startsWith('/')) return undefined;
  return { filename, format: typeof format === 'string' ? format : 'raw' };
}

/** Absent for firmware that has no such device, and for a template that is no path. */
function varsOf(value: unknown): string | undefined {
  const { template } = objectOf(value);
  return typeof template === 'string' && template.startsWith('/') ? template : undefined;
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function wordsOf(value: unknown): readonly string[] {
  return listOf(value).filter((word) => typeof word === 'string');
}
