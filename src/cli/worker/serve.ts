import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Work } from './work';
import { WORKS, type WorkName } from './works';

/** The life of a thread: does what it is sent, one job at a time, until it is ended. */
export async function serve(port: MessagePort | null = parentPort): Promise<void> {
  // Which work it is says what its jobs and replies are.
  const work = (await WORKS[workerData as WorkName]()) as unknown as Work<unknown, unknown>;
  port?.on('message', (job: unknown) => {
    void work.do(job).then((reply) => port.postMessage(reply, work.transfer?.(reply) ?? []));
  });
}
