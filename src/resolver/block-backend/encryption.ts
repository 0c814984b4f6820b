import { storageEncryptionUnsupported } from '../../diagnostics/catalog';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { BackendObject, DirectSource, PlannedEncryption } from '../../model/plan/block-backend';
import type { Encryption } from '../../model/storage-source';
import type { Context } from '../context';
import { missing } from '../requires';
import type { ImageNames } from './names';
import { secretObject } from './secrets';

interface PlannedSecrets {
  readonly encryption: PlannedEncryption;
  readonly objects: readonly BackendObject[];
}

/** Who decrypts the image, and with which secrets. Undefined where it is not encrypted, or after a report. */
export function planEncryption(
  source: DirectSource,
  format: string,
  names: ImageNames,
  context: Context,
): PlannedSecrets | undefined {
  const { encryption } = source;
  if (encryption === undefined) return undefined;
  const problem =
    untyped(encryption, context) ??
    (encryption.engine === 'librbd' ? byCeph(source, encryption, context) : byQemu(encryption, format));
  if (problem) {
    context.report(problem);
    return undefined;
  }
  const { engine = 'qemu', format: layout } = encryption;
  // What Ceph decrypts is raw for QEMU.
  const above = engine === 'librbd' && format === 'raw' ? 'storage' : 'format';
  const secrets = encryption.secrets
    .map((ref, layer) =>
      secretObject({ ...ref, type: 'volume' }, names.encryptionSecret(above, layer), context),
    )
    .filter((secret) => secret !== undefined);
  return {
    encryption: {
      engine,
      format: layout === 'default' || layout === 'qcow' ? 'aes' : layout,
      secrets: secrets.map(({ id }) => id),
    },
    objects: secrets,
  };
}

/** There is one type, and libvirt wants it written (src/conf/storage_encryption_conf.c). */
function untyped({ secrets }: Encryption, { profile }: Context): Diagnostic | undefined {
  const secret = secrets.find(({ type }) => type === undefined);
  return secret && profile.libvirtDefaults
    ? storageEncryptionUnsupported(
        secret.at,
        'libvirt asks for the type of a secret',
        "add type='passphrase'",
      )
    : undefined;
}

/** libvirt src/qemu/qemu_domain.c: QEMU itself decrypts LUKS, in raw images and within qcow2. */
function byQemu({ at, format, secrets, cipher }: Encryption, image: string): Diagnostic | undefined {
  if (cipher)
    return storageEncryptionUnsupported(
      at.of('cipher'),
      'an existing image knows its cipher; a disk cannot choose one',
      'remove <cipher> and <ivgen>',
    );
  if (format !== 'luks')
    return storageEncryptionUnsupported(
      at.of('@format'),
      `QEMU cannot decrypt an image of encryption format '${format}'`,
      format === 'luks2' || format === 'luks-any'
        ? "only Ceph can: add engine='librbd' to an rbd source"
        : 'convert the image to LUKS with qemu-img',
    );
  if (!['raw', 'qcow2', 'luks'].includes(image))
    return storageEncryptionUnsupported(
      at,
      `an image of format '${image}' cannot be encrypted with LUKS`,
      'use a raw or qcow2 image',
    );
  if (secrets.length === 1) return undefined;
  return storageEncryptionUnsupported(
    at,
    `LUKS needs one secret, not ${secrets.length}`,
    "add one <secret type='passphrase' usage='...'/>",
  );
}

/** The Ceph client decrypts what is in its image, layer by layer. */
function byCeph(source: DirectSource, encryption: Encryption, { qemu }: Context): Diagnostic | undefined {
  const { at, format, secrets } = encryption;
  if (source.type !== 'network' || source.protocol !== 'rbd')
    return storageEncryptionUnsupported(
      at.of('@engine'),
      "engine 'librbd' decrypts rbd sources only",
      "remove the attribute, or use engine='qemu'",
    );
  if (format === 'default' || format === 'qcow')
    return storageEncryptionUnsupported(
      at.of('@format'),
      `librbd does not know encryption format '${format}'`,
      "use format='luks', 'luks2' or 'luks-any'",
    );
  return (
    missing(qemu, 'rbd-encryption', at.of('@engine'), 'encryption by librbd') ??
    (format === 'luks-any'
      ? missing(qemu, 'rbd-encryption-luks-any', at.of('@format'), "format='luks-any'")
      : undefined) ??
    (secrets.length > 1
      ? missing(qemu, 'rbd-encryption-layering', at, 'layers of encryption in rbd')
      : undefined)
  );
}
