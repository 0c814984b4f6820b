import { graphicsPassword } from '../../diagnostics/catalog';
import type { Served } from '../../model/graphics';
import type { Context } from '../context';

/** VNC encrypts a challenge with it by DES, whose keys are this long (RFC 6143, 7.2.2). */
const LONGEST = 8;

/** How libvirt reads the end of a password: without a zone, which is UTC (src/conf/domain_conf.c). */
const TIME = /^\s*\d+-\d+-\d+T\d+:\d+:\d+$/;

/** A password, until when it lets people in, and what becomes of them when it changes. */
export function validatePassword(device: Served, { report }: Context): void {
  const { at, type, password, passwordValidTo, connected } = device;
  if (password === undefined) return;
  if (type === 'vnc' && Buffer.byteLength(password) > LONGEST)
    report(graphicsPassword(at.of('@passwd'), 'VNC knows no password of more than 8 bytes', 'a shorter one'));
  if (passwordValidTo !== undefined && !TIME.test(passwordValidTo))
    report(
      graphicsPassword(
        at.of('@passwdValidTo'),
        `'${passwordValidTo}' is no time at which a password ends`,
        'one such as 2030-01-31T18:00:00, in UTC',
      ),
    );
  if (type === 'vnc' && connected !== undefined && connected !== 'keep')
    report(
      graphicsPassword(
        at.of('@connected'),
        'VNC keeps whoever is connected when the password changes',
        "connected='keep'",
      ),
    );
}
