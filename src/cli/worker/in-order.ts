/**
 * Does jobs side by side, and delivers their replies in the order of the jobs, each as soon as those before it are. No
 * more than `window` are begun and not delivered: while they are, no job is asked for, so that memory stays flat whoever
 * is slow. Rejects with whatever went wrong first.
 */
export async function inOrder<J, R>(
  jobs: AsyncIterable<J> | Iterable<J>,
  window: number,
  work: (job: J) => Promise<R>,
  deliver: (reply: R) => void,
): Promise<void> {
  let fail: (problem: unknown) => void = () => {};
  // Jobs may be long in coming: a reply that cannot be delivered ends the wait for them.
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const all = async () => {
    const open: Promise<void>[] = [];
    let last = Promise.resolve();
    for await (const job of jobs) {
      const reply = work(job);
      last = Promise.all([reply, last]).then(([value]) => deliver(value));
      last.catch(fail);
      open.push(last);
      if (open.length >= window) await open.shift();
    }
    await last;
  };
  await Promise.race([all(), failed]);
}
