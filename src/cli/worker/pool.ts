import { Worker } from 'node:worker_threads';

/** A thread ended before its job did; `cause` is what ended it, where it said. */
export class ThreadEnded extends Error {}

interface Waiting<J, R> {
  readonly job: J;
  readonly done: (reply: R) => void;
  readonly failed: (problem: Error) => void;
}

/**
 * Threads that run `source`, at most `size`, each with one job at a time. One is started when a job finds none idle; one
 * that ends is replaced when there is a job for it.
 */
export class Pool<J, R> {
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly busy = new Map<Worker, Waiting<J, R>>();
  private readonly waiting: Waiting<J, R>[] = [];

  constructor(
    private readonly source: string,
    private readonly data: string,
    private readonly size: number,
  ) {}

  /** Rejects with ThreadEnded where the job's thread ended. */
  do(job: J): Promise<R> {
    return new Promise((done, failed) => {
      this.waiting.push({ job, done, failed });
      this.next();
    });
  }

  async close(): Promise<void> {
    const all = [...this.all];
    this.all.clear();
    await Promise.all(all.map((worker) => worker.terminate()));
  }

  private next(): void {
    if (this.waiting.length === 0) return;
    const worker = this.idle.pop() ?? (this.all.size < this.size ? this.start() : undefined);
    if (worker === undefined) return;
    const task = this.waiting.shift();
    if (task === undefined) return;
    this.busy.set(worker, task);
    worker.postMessage(task.job);
  }

  private start(): Worker {
    const worker = new Worker(this.source, { eval: true, workerData: this.data });
    let cause: Error | undefined;
    worker.on('message', (reply: R) => {
      const task = this.busy.get(worker);
      this.busy.delete(worker);
      this.idle.push(worker);
      task?.done(reply);
      this.next();
    });
    worker.on('error', (problem: Error) => (cause = problem));
    worker.on('exit', () => this.ended(worker, cause));
    this.all.add(worker);
    return worker;
  }

  private ended(worker: Worker, cause: Error | undefined): void {
    const task = this.busy.get(worker);
    this.busy.delete(worker);
    this.all.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    task?.failed(new ThreadEnded('its thread ended', { cause }));
    this.next();
  }
}
