import { flag, list, object, optional, table, text, type Fault } from './host/shape';
import type { TestContext } from './resolver/options';

/** Whether a value is a TestContext; what is wrong goes to `fault`. */
export function testContext(value: unknown, path: string, fault: Fault): value is TestContext {
  context ??= object<TestContext>({
    variant: optional(text),
    abiUpdate: optional(flag),
    capsAdd: optional(list(text)),
    capsDel: optional(list(text)),
    hostCpu: optional(text),
    gic: optional(text),
    env: optional(table(text)),
    migrateFrom: optional(text),
    fdGroups: optional(list(list(text))),
    vdpaFds: optional(list(list(text))),
    nbdkitCaps: optional(list(text)),
  });
  return context(value, path, fault);
}

/** Made when it is asked for: a start pays for no shape. */
let context: ReturnType<typeof object<TestContext>> | undefined;
