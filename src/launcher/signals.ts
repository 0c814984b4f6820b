import { Interrupted } from './failure';

/** What a terminal, a shell and an init system send to end a program. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const;

/** Whether somebody may have sent it to end QEMU, who then needs no word of it. */
export function endsPrograms(signal: NodeJS.Signals): boolean {
  return SIGNALS.some((one) => one === signal);
}

/** Signals that reach this process while a guest runs: passed on to QEMU, and before there is one, the end of the start. */
export class Signals {
  /** Rejects where a signal comes with nobody to pass it on to. */
  readonly interrupted: Promise<never>;
  /** The last that was passed on. */
  passed: NodeJS.Signals | undefined;
  private interrupt: (problem: Interrupted) => void = () => {};
  private target: ((signal: NodeJS.Signals) => void) | undefined;
  private readonly handler = (signal: NodeJS.Signals) => {
    if (this.target === undefined) this.interrupt(new Interrupted(signal));
    else {
      this.passed = signal;
      this.target(signal);
    }
  };

  constructor() {
    this.interrupted = new Promise((_done, fail) => (this.interrupt = fail));
    this.interrupted.catch(() => {});
    for (const signal of SIGNALS) process.on(signal, this.handler);
  }

  passTo(target: (signal: NodeJS.Signals) => void): void {
    this.target = target;
  }

  release(): void {
    for (const signal of SIGNALS) process.off(signal, this.handler);
  }
}
