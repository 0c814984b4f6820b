import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { convert, type ConvertOptions } from '../convert';
import { qemuOf } from '../qemu/qemu';
import { parseVersion } from '../qemu/version';

interface Request {
  readonly id?: unknown;
  readonly file?: string;
  readonly xml?: string;
  readonly options?: Record<string, unknown>;
}

/** NDJSON in, NDJSON out, in the order of the input; one request in memory at a time. */
export async function batch(input: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() !== '') process.stdout.write(`${JSON.stringify(answer(line))}\n`);
  }
  return 0;
}

function answer(line: string): unknown {
  let id: unknown = null;
  try {
    const request = JSON.parse(line) as Request;
    id = request.id;
    const text = request.xml ?? readFileSync(request.file ?? '', 'utf8');
    const { argv, diagnostics } = convert(text, optionsOf(request.options ?? {}));
    if (argv) return { id, ok: true, argv, warnings: diagnostics };
    const errors = diagnostics
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, at }) => ({ code, message, line: at?.line, column: at?.column }));
    return { id, ok: false, error: errors[0], errors };
  } catch (problem) {
    return { id, ok: false, error: { code: 'internal', message: (problem as Error).stack } };
  }
}

function optionsOf(options: Record<string, unknown>): ConvertOptions {
  const version =
    typeof options['qemuVersion'] === 'string' ? parseVersion(options['qemuVersion']) : undefined;
  const context = (options['context'] ?? {}) as NonNullable<ConvertOptions['context']>;
  return {
    profile: options['profile'] === 'libvirt' ? 'libvirt' : 'standalone',
    context,
    qemu: version && qemuOf({ version, arch: 'x86_64', add: context.capsAdd, remove: context.capsDel }),
  };
}
