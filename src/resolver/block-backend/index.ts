import type { BlockBackend } from '../../model/plan/block-backend';
import { unsupported } from '../../diagnostics/catalog';
import type { Context } from '../context';
import type { BackendRequest } from './request';

export type { BackendRequest } from './request';

/**
 * Everything behind a block device. Undefined where there is nothing to say: an empty drive in form blockdev, or a
 * problem that was reported.
 */
export function planBlockBackend(request: BackendRequest, context: Context): BlockBackend | undefined {
  context.report(unsupported(request.at, 'a block back end'));
  return undefined;
}
