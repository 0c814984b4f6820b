import { memoryDeviceInvalid } from '../../diagnostics/catalog';
import type { Place } from '../../model/place';
import type { Context } from '../context';

export function refuse({ report }: Pick<Context, 'report'>, at: Place, problem: string, help: string): void {
  report(memoryDeviceInvalid(at, problem, help));
}
