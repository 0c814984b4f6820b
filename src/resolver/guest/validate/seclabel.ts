import { seclabelInvalid } from '../../../diagnostics/catalog';
import type { Domain } from '../../../model/domain';
import type { Context } from '../../context';

/** Labels are no argument, but a contradiction among them is an error all the same. */
export function validateSeclabels({ seclabels }: Domain, { report }: Context): void {
  const models = new Set<string>();
  for (const { at, model, type, label } of seclabels) {
    if (model !== undefined && models.has(model))
      report(seclabelInvalid(at, `there are two labels for '${model}'`, 'keep one'));
    if (model === undefined && seclabels.length > 1 && type !== 'none')
      report(seclabelInvalid(at, 'of several labels each needs its model', "add model='selinux'"));
    if (type === 'static' && label === undefined)
      report(seclabelInvalid(at, 'a static label needs its <label>', 'add it'));
    if (model !== undefined) models.add(model);
  }
}
