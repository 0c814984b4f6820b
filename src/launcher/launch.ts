import type { StdioOptions } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { HostStep } from '../model/decision';
import { startCompanion } from './companion';
import { assertStarted } from './ending';
import { exportLines } from './exports';
import { Interrupted, LaunchFailure } from './failure';
import { doHostStep, type StepCourse } from './host-steps';
import { startQemu, type RunningQemu } from './qemu';
import { Signals } from './signals';
import { refuseRunning, refuseTakenByQemu } from './taken';
import { Watcher } from './watcher';
import type { Launch } from './launchable';

export interface LaunchSettings {
  /** QEMU's standard streams. */
  readonly stdio: StdioOptions;
  /** A line for the user on what is done. */
  readonly say: (line: string) => void;
  /** Milliseconds that a companion has to open its socket; 10,000 by default. */
  readonly patience?: number | undefined;
  /** Milliseconds between SIGTERM and SIGKILL for what is to end; 10,000 by default. */
  readonly grace?: number | undefined;
}

/**
 * Host steps, companions, QEMU, in this order; then `body` with the QEMU that runs. When it is done, or fails, or this
 * process is killed, the QEMU and the companions are ended and the paths are removed. Throws a LaunchFailure where a step
 * before QEMU fails, and Interrupted where a signal comes before QEMU, or ends one that `body` still asks.
 */
export async function launch<T>(
  what: Launch,
  { stdio, say, patience = 10_000, grace = 10_000 }: LaunchSettings,
  body: (qemu: RunningQemu) => Promise<T>,
): Promise<T> {
  const signals = new Signals();
  const { interrupted } = signals;
  const watcher = new Watcher(grace);
  let over = false;
  try {
    let env = process.env;
    await watcher.started();
    refuseRunning(what);
    for (const step of what.hostSteps) {
      if (step.prefix === undefined) say(`host step: ${step.what}`);
      env = await doHostStep(step, env, { interrupted, done: undoing(step, watcher) });
    }
    const start = { watcher, env, say, patience, interrupted, over: () => over };
    for (const companion of what.companions) {
      say(`starts ${companion.name}: ${companion.reason}`);
      await startCompanion(companion, start);
    }
    makeRoom(what, watcher);
    const qemu = startQemu(what, env, stdio);
    await assertStarted(qemu.child, qemu.ended, 'QEMU');
    watcher.process(qemu.child, 'alone');
    signals.passTo((signal) => void qemu.child.kill(signal));
    void qemu.ended.then(() => (over = true));
    return await body(qemu);
  } catch (problem) {
    // What failed as QEMU was told to end has not failed.
    const { passed } = signals;
    throw passed !== undefined && problem instanceof LaunchFailure ? new Interrupted(passed) : problem;
  } finally {
    over = true;
    await watcher.close();
    signals.release();
  }
}

/** The watcher takes a step back from its first command on, with what was exported until then. */
function undoing({ undo = [] }: HostStep, watcher: Watcher): StepCourse['done'] {
  let due = false;
  return (env) => {
    watcher.exports(exportLines(process.env, env));
    if (!due) watcher.undo(undo);
    due = true;
  };
}

function makeRoom({ sockets, folder }: Launch, watcher: Watcher): void {
  refuseTakenByQemu(sockets);
  for (const path of sockets) watcher.path(path);
  if (folder === undefined) return;
  watcher.path(folder);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (problem) {
    throw new LaunchFailure(`a folder cannot be made: ${(problem as Error).message}`);
  }
}
