/** A folder with a certificate authority and what it signed, under the names that QEMU looks for. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fresh, type Room } from './room';

export function folderOfKeys(room: Room): string {
  const folder = fresh('keys', room);
  mkdirSync(folder);
  const at = (name: string) => join(folder, name);
  const openssl = (...words: string[]) => execFileSync('openssl', words, { stdio: 'pipe' });
  const pair = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...pair, '-keyout', at('ca-key.pem'), '-out', at('ca-cert.pem'), '-subj', '/CN=ca');
  const signed = [
    '-CA',
    at('ca-cert.pem'),
    '-CAkey',
    at('ca-key.pem'),
    '-addext',
    'basicConstraints=critical,CA:FALSE',
  ];
  const mine = ['-keyout', at('server-key.pem'), '-out', at('server-cert.pem'), '-subj', '/CN=localhost'];
  openssl('req', '-x509', ...pair, ...signed, ...mine);
  for (const what of ['key', 'cert']) copyFileSync(at(`server-${what}.pem`), at(`client-${what}.pem`));
  return folder;
}
