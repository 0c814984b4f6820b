import { Worker } from 'node:worker_threads';

/** A thread ended before its job did; `cause` is what ended it, where it said. */
export class ThreadEnded extends Error {}

interface Task<J, R> {
  readonly job: J;
  readonly done: (reply: R) => void;
  readonly failed: (problem: Error) => void;
}

/** What one thread has to do: the first is what it is at, and the next lies ready there. */
interface Thread<J, R> {
  readonly worker: Worker;
  readonly tasks: Task<J, R>[];
  /** It runs: until then a job is sooner done elsewhere. */
  online: boolean;
}

/** What a thread has at most: it need not wait for this one, which may be at work itself. */
const AHEAD = 2;

/**
 * Threads that run `source`, at most `size`, each with its jobs one after another. They are started for the first job; one
 * that ends is replaced when there is a job again.
 */
export class Pool<J, R> {
  private readonly threads = new Set<Thread<J, R>>();
  private readonly waiting: Task<J, R>[] = [];

  constructor(
    private readonly source: string,
    private readonly data: string,
    private readonly size: number,
  ) {}

  /** Whether a thread would take a job now. Starts those that are not there. */
  hasRoom(): boolean {
    while (this.threads.size < this.size) this.start();
    return this.leastBusy() !== undefined;
  }

  /** Rejects with ThreadEnded where the job's thread ended. */
  do(job: J): Promise<R> {
    return new Promise((done, failed) => {
      this.waiting.push({ job, done, failed });
      this.next();
    });
  }

  async close(): Promise<void> {
    const all = [...this.threads];
    this.threads.clear();
    await Promise.all(all.map(({ worker }) => worker.terminate()));
  }

  private next(): void {
    while (this.waiting.length > 0 && this.hasRoom()) {
      const thread = this.leastBusy();
      const task = this.waiting.shift();
      if (thread === undefined || task === undefined) return;
      thread.tasks.push(task);
      thread.worker.postMessage(task.job);
    }
  }

  private leastBusy(): Thread<J, R> | undefined {
    let best: Thread<J, R> | undefined;
    for (const thread of this.threads)
      if (thread.online && thread.tasks.length < (best?.tasks.length ?? AHEAD)) best = thread;
    return best;
  }

  private start(): void {
    const worker = new Worker(this.source, { eval: true, workerData: this.data });
    const thread: Thread<J, R> = { worker, tasks: [], online: false };
    let cause: Error | undefined;
    worker.on('online', () => {
      thread.online = true;
      this.next();
    });
    worker.on('message', (reply: R) => {
      thread.tasks.shift()?.done(reply);
      this.next();
    });
    worker.on('error', (problem: Error) => (cause = problem));
    worker.on('exit', () => this.ended(thread, cause));
    this.threads.add(thread);
  }

  /**
   * The job that it was at ended it; the one after that is as good as new. One that never ran takes a waiting job with it,
   * or others would be started for ever where none can be. After close() nobody waits for any.
   */
  private ended(thread: Thread<J, R>, cause: Error | undefined): void {
    if (!this.threads.delete(thread)) return;
    const [at = thread.online ? undefined : this.waiting.shift(), ...others] = thread.tasks;
    this.waiting.unshift(...others);
    at?.failed(new ThreadEnded('its thread ended', { cause }));
    this.next();
  }
}
