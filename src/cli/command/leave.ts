/** A command's action: what it got, and where it leaves its exit status. */
export type Leave = (status: Promise<number>) => Promise<void>;
