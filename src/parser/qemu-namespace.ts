import { valueMissing } from '../diagnostics/catalog';
import type {
  CapabilityChange,
  DeviceOverride,
  PropertyOverride,
  QemuNamespace,
  Whole,
} from '../model/qemu-namespace';
import type { XmlElement } from './element';

/** What the environment of a process takes for a name (libvirt src/qemu/qemu_domain.c). */
const ENVIRONMENT_NAME = /^[A-Za-z_]\w*$/;
/** A comma or an equals sign would end the name on the command line. */
const PROPERTY_NAME = /^[^\s,=]+$/;
const TYPES = ['string', 'signed', 'unsigned', 'bool', 'remove'] as const;

/** `<qemu:commandline>`, `<qemu:capabilities>` and `<qemu:override>`. */
export function parseQemuNamespace(root: XmlElement): QemuNamespace {
  return {
    args: root.children('qemu:commandline/qemu:arg').map(argument),
    env: root.children('qemu:commandline/qemu:env').map((env) => ({
      name: matching(env, '@name', ENVIRONMENT_NAME, 'letters, digits and underscores'),
      value: env.rawText('@value'),
    })),
    add: root.children('qemu:capabilities/qemu:add').map(capability),
    remove: root.children('qemu:capabilities/qemu:del').map(capability),
    overrides: root.children('qemu:override/qemu:device').map(override),
  };
}

/** An empty argument is one too. */
function argument(element: XmlElement): QemuNamespace['args'][number] {
  const value = element.rawText('@value');
  if (value === undefined) element.report(valueMissing(element.at, "attribute 'value' of <qemu:arg>"));
  return { at: element.at.of('@value'), value: value ?? '' };
}

function matching(element: XmlElement, path: string, pattern: RegExp, wanted: string): string {
  const value = element.required(path);
  if (value !== '' && !pattern.test(value)) element.invalid(path, value, wanted);
  return value;
}

function capability(element: XmlElement): CapabilityChange {
  return { at: element.at.of('@capability'), name: element.required('@capability') };
}

function override(element: XmlElement): DeviceOverride {
  return {
    at: element.at,
    alias: element.required('@alias'),
    properties: element
      .children('qemu:frontend')
      .flatMap((frontend) => frontend.children('qemu:property').map(property)),
  };
}

function property(element: XmlElement): PropertyOverride {
  const name = matching(element, '@name', PROPERTY_NAME, 'the name of a property, without commas');
  element.required('@type');
  const type = element.choice('@type', TYPES);
  if (type === undefined || type === 'remove') return { name, value: undefined };
  const text = element.rawText('@value') ?? '';
  if (type === 'string') return { name, value: text };
  return { name, value: type === 'bool' ? truth(element, text) : whole(element, text, type) };
}

function truth(element: XmlElement, text: string): boolean {
  if (text !== 'true' && text !== 'false') element.invalid('@value', text, 'true or false');
  return text === 'true';
}

const RANGES = {
  signed: (value: bigint) => value === BigInt.asIntN(64, value),
  unsigned: (value: bigint) => value === BigInt.asUintN(64, value),
};

function whole(element: XmlElement, text: string, type: 'signed' | 'unsigned'): Whole | undefined {
  const [, sign = '', digits] = /^([+-]?)(0x[\da-f]+|\d+)$/i.exec(text) ?? [];
  const size = digits === undefined ? undefined : BigInt(digits);
  const value = sign === '-' && size !== undefined ? -size : size;
  const fits = value !== undefined && RANGES[type](value);
  if (fits) return { whole: value.toString() };
  element.invalid('@value', text, `a whole ${type} number of 64 bits`);
  return undefined;
}
