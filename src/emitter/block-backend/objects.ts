import type { BackendObject } from '../../model/plan/block-backend';
import { object, type Arg } from '../args';
import { throttleGroup } from './throttle';

export function emitBackendObject(planned: BackendObject): Arg {
  switch (planned.type) {
    case 'secret':
      return emitSecret(planned);
    case 'tls-creds-x509':
      return object({
        'qom-type': planned.type,
        id: planned.id,
        dir: planned.dir,
        endpoint: 'client',
        'verify-peer': planned.verifyPeer,
        passwordid: planned.passwordSecret,
      });
    case 'pr-manager-helper':
      return object({ 'qom-type': planned.type, id: planned.id, path: planned.path });
    case 'throttle-group':
      return object({ 'qom-type': planned.type, id: planned.id, ...throttleGroup(planned) });
  }
}

function emitSecret({ id, content }: Extract<BackendObject, { type: 'secret' }>): Arg {
  if (content.from === 'file')
    return object({ 'qom-type': 'secret', id, format: content.format, file: content.file });
  return object({
    'qom-type': 'secret',
    id,
    data: content.data,
    keyid: content.key,
    iv: content.iv,
    format: 'base64',
  });
}
