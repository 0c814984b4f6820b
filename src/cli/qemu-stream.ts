import { visible } from '../diagnostics/report';
import { writeLog } from './streams';

/** Milliseconds in which a QEMU that cannot start says so. */
const EARLY = 2000;
const KEPT = 65_536;

/**
 * What QEMU says on standard error. What it says at once waits a moment: when QEMU ends in that time, it belongs into a
 * report of why, else it is passed on as it came.
 */
export class QemuStream {
  private held: string | undefined = '';
  private text = '';
  private readonly timer: NodeJS.Timeout;

  constructor(early = EARLY) {
    this.timer = setTimeout(() => this.flush(), early);
  }

  add(text: string): void {
    this.text = (this.text + text).slice(-KEPT);
    if (this.held === undefined) writeLog(visible(text));
    else this.held += text;
  }

  /** The last of all that it said. */
  all(): string {
    return this.text;
  }

  flush(): void {
    clearTimeout(this.timer);
    if (this.held !== undefined && this.held !== '') writeLog(visible(this.held));
    this.held = undefined;
  }

  /** Whether all of it waits still; then nobody has to be shown it twice. */
  drop(): boolean {
    clearTimeout(this.timer);
    const held = this.held !== undefined;
    this.held = undefined;
    return held;
  }
}
