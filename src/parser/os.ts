import { valueInvalid } from '../diagnostics/catalog';
import { closest } from '../diagnostics/closest';
import { archMeant, archNames, isArch } from '../model/arch';
import type { BootDevice, FirmwareFeature, Loader, Nvram, Os, Varstore } from '../model/os';
import type { XmlElement } from './element';
import { parseSource, SOURCE_TYPES } from './storage-source';

/** `<os>`. */
export function parseOs(root: XmlElement): Os {
  const os = root.child('os');
  if (os === undefined) {
    root.required('os/type');
    return { at: root.at, type: 'hvm', firmwareFeatures: [], boot: [], acpiTables: [] };
  }
  return {
    at: os.at,
    type: os.required('type'),
    arch: parseArch(os),
    machine: os.text('type/@machine'),
    firmware: os.choice('@firmware', ['bios', 'efi']),
    firmwareFeatures: os.children('firmware/feature').flatMap(parseFirmwareFeature),
    loader: parseLoader(os.child('loader')),
    nvram: parseNvram(os.child('nvram')),
    varstore: parseVarstore(os.child('varstore')),
    kernel: filled(os, 'kernel'),
    initrd: filled(os, 'initrd'),
    cmdline: os.child('cmdline')?.content || undefined,
    dtb: filled(os, 'dtb'),
    shim: filled(os, 'shim'),
    boot: parseBoot(os),
    bootmenu: os.has('bootmenu')
      ? { enable: os.yes('bootmenu/@enable'), timeout: os.integer('bootmenu/@timeout', { max: 65_535 }) }
      : undefined,
    bios: parseBios(os.child('bios')),
    smbiosMode: os.choice('smbios/@mode', ['none', 'emulate', 'host', 'sysinfo']),
    acpiTables: os.children('acpi/table').map(parseTable),
  };
}

/** An architecture that there is; the one that is meant where another was refused. */
function parseArch(os: XmlElement): string | undefined {
  const name = os.text('type/@arch');
  if (name === undefined || isArch(name)) return name;
  const meant = archMeant(name) ?? closest(name, archNames());
  const expected = 'the name of an architecture, such as x86_64, aarch64, ppc64le, riscv64 or s390x';
  os.report(valueInvalid(os.at.of('type/@arch'), "attribute 'arch' of <type>", name, expected, meant));
  return meant;
}

/** An element without text is as one that is not there (libvirt src/util/virxml.c virXPathString). */
function filled(os: XmlElement, path: string): string | undefined {
  const text = os.text(path);
  return text === '' ? undefined : text;
}

function parseFirmwareFeature(feature: XmlElement): readonly FirmwareFeature[] {
  feature.required('@name');
  feature.required('@enabled');
  const name = feature.choice('@name', ['enrolled-keys', 'secure-boot']);
  const enabled = feature.yes('@enabled');
  return name === undefined || enabled === undefined ? [] : [{ name, enabled }];
}

function parseLoader(loader: XmlElement | undefined): Loader | undefined {
  if (loader === undefined) return undefined;
  return {
    at: loader.at,
    path: loader.ownText(),
    type: loader.choice('@type', ['rom', 'pflash']),
    readonly: loader.yes('@readonly'),
    secure: loader.yes('@secure'),
    stateless: loader.yes('@stateless'),
    format: loader.choice('@format', ['raw', 'qcow2']),
  };
}

function parseNvram(nvram: XmlElement | undefined): Nvram | undefined {
  if (nvram === undefined) return undefined;
  const type = nvram.choice('@type', SOURCE_TYPES);
  // a path of its own is what counts where no type says that there is a source
  const source = type === undefined && nvram.content !== '' ? undefined : nvram.child('source');
  const backing = nvram.child('backingStore');
  backing?.skipAll();
  return {
    at: nvram.at,
    source: source ? parseSource(source, type ?? 'file') : plainPath(nvram),
    backingAt: backing?.at,
    template: nvram.text('@template'),
    templateFormat: nvram.choice('@templateFormat', ['raw', 'qcow2']),
    format: nvram.choice('@format', ['raw', 'qcow2']),
  };
}

function parseVarstore(varstore: XmlElement | undefined): Varstore | undefined {
  return varstore && { at: varstore.at, template: varstore.text('@template'), path: varstore.text('@path') };
}

function plainPath(nvram: XmlElement): Nvram['source'] {
  const path = nvram.ownText();
  return path === undefined ? undefined : { at: nvram.at, type: 'file', path };
}

function parseBoot(os: XmlElement): Os['boot'] {
  return os
    .children('boot')
    .map((boot) => {
      boot.required('@dev', "say which, as in dev='hd'");
      return boot.choice<BootDevice>('@dev', ['hd', 'cdrom', 'fd', 'network']);
    })
    .filter((device) => device !== undefined);
}

function parseBios(bios: XmlElement | undefined): Os['bios'] {
  if (bios === undefined) return undefined;
  return {
    useserial: bios.yes('@useserial'),
    rebootTimeout: bios.integer('@rebootTimeout', { min: -1, max: 65_535 }),
  };
}

function parseTable(table: XmlElement): Os['acpiTables'][number] {
  table.required('@type', "say what it is, as in type='slic'");
  return {
    at: table.at,
    type: table.choice('@type', ['raw', 'rawset', 'slic', 'msdm']) ?? 'slic',
    path: table.ownText() ?? '',
  };
}
