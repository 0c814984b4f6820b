import type { BlockBackend } from '../../model/plan/block-backend';
import type { Context } from '../context';
import { planBlockdev } from './blockdev';
import { planDrive } from './drive';
import { chooseForm } from './form';
import type { BackendRequest } from './request';
import { locateSource } from './volume';

export type { BackendRequest } from './request';

/**
 * Everything behind a block device. Undefined where there is nothing to say: an empty drive in form blockdev, or a
 * problem that was reported.
 */
export function planBlockBackend(request: BackendRequest, context: Context): BlockBackend | undefined {
  const form = chooseForm(request, context);
  // libvirt puts no medium into an open tray with -drive; with -blockdev it does
  const written = form === 'drive' && request.trayOpen ? undefined : request.source;
  if (written === undefined) return form === 'drive' ? planDrive(request, undefined, context) : undefined;
  const source = locateSource(written, context);
  if (source === undefined) return undefined;
  const plan = form === 'drive' ? planDrive : planBlockdev;
  return plan(request, source, context);
}
