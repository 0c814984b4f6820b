import type { HostFacts } from '../../src/host/facts';
import { sourceElement } from '../../src/host/source-element';
import { stableSourceOf } from '../../src/host/stable-source';
import { scsiDevice } from './scsi-device';

const session = { target: 'iqn.2026-01.org.example:shelf', portal: '192.0.2.7:3260,1' };

function element(lun: string, initiator?: string): string | undefined {
  const device = scsiDevice({ hctl: { host: 6, channel: 0, target: 0, lun } });
  const adapters = [{ host: 6, driver: 'iscsi_tcp', iscsi: [{ ...session, initiator }] }];
  const facts = { schema: 1, scsi: [device], adapters } as unknown as HostFacts;
  const source = stableSourceOf(facts, device);
  return source && sourceElement(source);
}

test('a LUN on iSCSI has the number that the target reads: LUN 300 in flat space addressing is 16684', () => {
  expect(element('16684')).toContain("name='iqn.2026-01.org.example:shelf/16684'");
  expect(element('65535')).toContain('shelf/65535');
  expect(element('65536')).toBeUndefined();
});

test("the host's initiator is named, since the target may let in nobody else", () => {
  expect(element('1', 'iqn.1993-08.org.debian:01:hv1')).toBe(
    "<source protocol='iscsi' name='iqn.2026-01.org.example:shelf/1'><host name='192.0.2.7' port='3260'/><initiator><iqn name='iqn.1993-08.org.debian:01:hv1'/></initiator></source>",
  );
  expect(element('1')).not.toContain('initiator');
});
