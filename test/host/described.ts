import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A host's files below a folder of its own: a new one for each test. */
export class DescribedHost {
  root = '';

  constructor(name: string) {
    beforeEach(() => {
      this.root = mkdtempSync(join(tmpdir(), `${name}-`));
    });
    afterEach(() => rmSync(this.root, { recursive: true }));
  }

  put(path: string, text = ''): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** A process with descriptors. */
  runs(pid: number, command: string, opened: readonly string[]): void {
    this.put(`proc/${pid}/comm`, `${command}\n`);
    mkdirSync(join(this.root, `proc/${pid}/fd`));
    for (const [fd, path] of opened.entries()) symlinkSync(path, join(this.root, `proc/${pid}/fd/${fd}`));
  }
}
