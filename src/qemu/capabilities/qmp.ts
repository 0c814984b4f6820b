import { S390X } from './arch';
import type { CapabilityTable } from './row';

export const QMP_CAPABILITIES = {
  'blockdev-set-active': { since: '10.0', source: 'QEMU qapi/block-core.json, since 10.0' },
  'blockjob.backing-mask-protocol': { since: '9.0', source: 'QEMU qapi/block-core.json, since 9.0' },
  'calc-dirty-rate': { since: '5.2', source: 'QEMU qapi/migration.json, since 5.2' },
  'dirtyrate-param.mode': { since: '6.2', source: 'QEMU qapi/migration.json, mode since 6.2' },
  'migrate-incoming.exit-on-error': {
    since: '9.1',
    source: 'QEMU qapi/migration.json, exit-on-error since 9.1',
  },
  'migrate-rdma': {
    since: '1.6',
    build: 'librdmacm',
    source: 'QEMU migration-rdma.c v1.6.0 (needs librdmacm when built)',
  },
  'migration-file-drop-cache': { since: '4.0', source: 'QEMU qapi/block-core.json, drop-cache since 4.0' },
  'migration.blocked-reasons': {
    since: '6.0',
    source: 'QEMU qapi/migration.json, blocked-reasons since 6.0',
  },
  'query-cpu-definitions': { since: '1.2', source: 'QEMU qapi-schema.json, since 1.2' },
  'query-cpu-model-baseline': { since: '2.8', arch: S390X, source: 'QEMU qapi-schema.json, since 2.8' },
  'query-cpu-model-comparison': { since: '2.8', arch: S390X, source: 'QEMU qapi-schema.json, since 2.8' },
  'query-cpu-model-expansion': { since: '2.8', source: 'QEMU qapi-schema.json, since 2.8 (x86 2.9)' },
  'query-cpu-model-expansion.deprecated-props': {
    since: '9.1',
    arch: S390X,
    source: 'QEMU qapi/machine-target.json, since 9.1',
  },
  'query-dirty-rate': { since: '5.2', source: 'QEMU qapi/migration.json, since 5.2' },
  'query-stats': { since: '7.1', source: 'QEMU qapi/stats.json, since 7.1' },
  'query-stats-schemas': { since: '7.1', source: 'QEMU qapi/stats.json, since 7.1' },
} as const satisfies CapabilityTable;
