import { tpmBackends } from '../diagnostics/catalog';
import { CHARDEV_TYPES } from '../model/chardev';
import { PCR_BANKS, TPM_MODELS, TPM_VERSIONS, type Tpm, type TpmEmulator } from '../model/tpm';
import { parseChardevOf } from './chardev';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseUuid } from './uuid';

export function parseTpm(element: XmlElement): Tpm | undefined {
  const base = parseDeviceBase(element);
  const model = element.choice('@model', TPM_MODELS);
  const [first, second] = element.children('backend');
  if (second !== undefined) {
    second.skipAll();
    element.report(tpmBackends(second.at));
  }
  if (first === undefined) element.required('backend', "add <backend type='emulator'/>");
  const backend = first && parseBackend(first);
  return backend && { kind: 'tpm', ...base, model, backend };
}

function parseBackend(element: XmlElement): Tpm['backend'] | undefined {
  element.required('@type', 'use emulator, passthrough or external');
  const type = element.choice('@type', ['passthrough', 'emulator', 'external']);
  const version = element.choice('@version', TPM_VERSIONS);
  switch (type) {
    case 'passthrough':
      return { type, path: element.text('device/@path') };
    case 'emulator':
      return { type, version, ...parseEmulator(element) };
    case 'external':
      element.required('source/@type', "use type='unix'");
      return {
        type,
        chardev: parseChardevOf(element, element.choice('source/@type', CHARDEV_TYPES) ?? 'unix'),
      };
    default:
      return undefined;
  }
}

function parseEmulator(element: XmlElement): Omit<TpmEmulator, 'type' | 'version'> {
  return {
    debug: element.integer('@debug', { max: 0xff }),
    persistentState: element.yes('@persistent_state'),
    secret: parseUuid(element, 'encryption/@secret'),
    pcrBanks: PCR_BANKS.filter((bank) => element.has(`active_pcr_banks/${bank}`)),
    source: parseSource(element),
    profile: parseProfile(element.child('profile')),
  };
}

function parseSource(element: XmlElement): TpmEmulator['source'] {
  if (!element.has('source')) return undefined;
  element.required('source/@type', 'use file or dir');
  const type = element.choice('source/@type', ['file', 'dir']);
  const path = element.required('source/@path');
  return type && { type, path };
}

function parseProfile(element: XmlElement | undefined): TpmEmulator['profile'] {
  if (element === undefined) return undefined;
  return {
    source: element.text('@source'),
    removeDisabled: element.choice('@removeDisabled', ['check', 'fips-host']),
    name: element.text('@name'),
  };
}
