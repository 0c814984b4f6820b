/** By the name that a thread is started with. Loaded there, and where it is called for. */
export const WORKS = {
  convert: () => import('../many/convert-work').then((m) => m.CONVERT),
  batch: () => import('../batch-work').then((m) => m.BATCH),
};

export type WorkName = keyof typeof WORKS;
