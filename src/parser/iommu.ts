import { GRANULES, IOMMU_MODELS, type Granule, type Iommu } from '../model/iommu';
import { UINT } from '../model/number';
import { parseDeviceBase } from './device-base';
import type { XmlElement } from './element';
import { parseScaledSize } from './scaled-size';

/** `<iommu>`. */
export function parseIommu(element: XmlElement): Iommu | undefined {
  element.required('@model', `use one of: ${IOMMU_MODELS.join(', ')}`);
  const model = element.choice('@model', IOMMU_MODELS);
  if (model === undefined) {
    element.skipAll();
    return undefined;
  }
  return {
    kind: 'iommu',
    ...parseDeviceBase(element),
    model,
    driver: {
      intremap: element.on('driver/@intremap'),
      cachingMode: element.on('driver/@caching_mode'),
      eim: element.on('driver/@eim'),
      iotlb: element.on('driver/@iotlb'),
      awBits: element.integer('driver/@aw_bits', { max: UINT }),
      dmaTranslation: element.on('driver/@dma_translation'),
      xtsup: element.on('driver/@xtsup'),
      passthrough: element.on('driver/@passthrough'),
      ...parseSmmu(element),
      granule: parseGranule(element),
    },
  };
}

/** What an smmuv3 of its own takes, and how it uses the host's. */
function parseSmmu(element: XmlElement) {
  return {
    pciBus: element.integer('driver/@pciBus', { max: UINT }),
    accel: element.on('driver/@accel'),
    ats: element.on('driver/@ats'),
    ril: element.on('driver/@ril'),
    ssidsize: element.integer('driver/@ssidsize', { max: MAX_SSID_BITS }),
    oas: element.integer('driver/@oas', { max: UINT }),
    cmdqv: element.on('driver/@cmdqv'),
  };
}

/** The PCI PASID capability counts in 20 bits (QEMU qapi/misc-arm.json SsidSizeMode: 0 to 20). */
const MAX_SSID_BITS = 20;

const KIB = 1024;

/** `<granule mode='host'/>` or `<granule size= unit=>`, in KiB where it has no unit. */
function parseGranule(element: XmlElement): Granule | undefined {
  const granule = element.child('driver/granule');
  if (granule === undefined) return undefined;
  const mode = granule.choice('@mode', ['host']);
  const size = parseScaledSize(granule, '@size', KIB);
  if (size === undefined) return mode;
  const written = granule.text('@size') ?? '';
  const known = GRANULES.find((name) => name === `${size / KIB}k`);
  if (mode !== undefined) granule.invalid('@size', written, "no size beside mode='host'");
  else if (known === undefined) granule.invalid('@size', written, '4, 8, 16 or 64 KiB');
  return known;
}
