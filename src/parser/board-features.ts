import {
  AIA_VALUES,
  BRANCH_GUARDS,
  GIC_VERSIONS,
  SPECULATION_GUARDS,
  type BoardFeatures,
} from '../model/board-features';
import type { XmlElement } from './element';
import { parseScaledSize } from './scaled-size';
import { saidStateOf } from './state';

/** What only some boards have; undefined where the XML names none of it, as nearly always. */
export function parseBoardFeatures(features: XmlElement): BoardFeatures {
  return {
    gic: features.has('gic') ? { version: features.choice('gic/@version', GIC_VERSIONS) } : undefined,
    virtualization: features.has('virtualization') ? true : undefined,
    ras: saidStateOf(features, 'ras'),
    aia: features.choice('aia/@value', AIA_VALUES),
    hpt: parseHpt(features),
    htm: saidStateOf(features, 'htm'),
    'nested-hv': saidStateOf(features, 'nested-hv'),
    'ccf-assist': saidStateOf(features, 'ccf-assist'),
    cfpc: features.choice('cfpc/@value', SPECULATION_GUARDS),
    sbbc: features.choice('sbbc/@value', SPECULATION_GUARDS),
    ibs: features.choice('ibs/@value', BRANCH_GUARDS),
  };
}

/** Without a word it says nothing. */
function parseHpt(features: XmlElement): BoardFeatures['hpt'] {
  const resizing = features.choice('hpt/@resizing', ['enabled', 'disabled', 'required']);
  const maxPageSize = parseScaledSize(features, 'hpt/maxpagesize', 1024);
  return resizing === undefined && maxPageSize === undefined ? undefined : { resizing, maxPageSize };
}
