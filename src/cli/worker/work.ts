/** What threads can be given to do: a job in, a reply out, both of plain data that goes from thread to thread. */
export interface Work<J, R> {
  readonly do: (job: J) => Promise<R>;
  /** Its jobs may stand still until somebody sends what they read: they are never done where others are waited for. */
  readonly waits?: boolean;
  /** What of a reply need not be copied on its way. */
  readonly transfer?: (reply: R) => ArrayBuffer[];
  /** A job as smaller ones, so that what ends a thread harms no more than itself; one, when there are no smaller ones. */
  readonly pieces: (job: J) => readonly J[];
  readonly joined: (replies: readonly R[]) => R;
  /** The reply to a job that ended its thread, by the error or the words in `reason`. */
  readonly lost: (job: J, reason: unknown) => Promise<R>;
}
