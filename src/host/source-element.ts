import type { ScsiReference } from '../model/scsi-reference';
import type { StableSource } from './stable-source';

/** `<source>` of a domain XML that names a device so; `parse` reads the same back. */
export function sourceElement(source: StableSource): string {
  if (source.by === 'iscsi') {
    const { target, lun, portal, initiator } = source;
    const [, address = '', port = ''] = /^(.+):(\d+)(?:,\d+)?$/.exec(portal ?? '') ?? [];
    const host = address === '' ? '' : element('host', { name: address.replaceAll(/[[\]]/g, ''), port });
    const login =
      initiator === undefined ? '' : `<initiator>${element('iqn', { name: initiator })}</initiator>`;
    return `<source${attributes({ protocol: 'iscsi', name: `${target}/${lun}` })}>${host}${login}</source>`;
  }
  if (source.by === 'name') return element('source', { rel: source.rel, name: source.name });
  return `<source>${element('address', addressOf(source))}</source>`;
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

function addressOf(reference: Exclude<ScsiReference, { by: 'name' }>): Attributes {
  switch (reference.by) {
    case 'address':
      return {
        type: 'scsi',
        host: reference.host,
        bus: reference.bus,
        target: reference.target,
        lun: reference.lun,
      };
    case 'wwn':
      return { type: 'wwn', wwn: reference.wwn.startsWith('t10.') ? reference.wwn : `naa.${reference.wwn}` };
    case 'port':
      return { type: 'wwn', wwpn: reference.wwpn, wwnn: reference.wwnn };
  }
}

function element(name: string, values: Attributes): string {
  return `<${name}${attributes(values)}/>`;
}

function attributes(values: Attributes): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}='${escaped(String(value))}'`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', "'": '&apos;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>']/g, (character) => ENTITIES[character] ?? character);
}
