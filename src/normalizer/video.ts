import type { KindParts } from './kind';
import { part } from './part';

/** Sizes in KiB. */
export const video: KindParts<'video'> = ({ model, ram, vram, vgamem, heads, primary }) => ({
  children: [
    {
      ...part('model', {
        type: model,
        ram,
        vram,
        vgamem,
        heads,
        primary: primary === true ? 'yes' : undefined,
      }),
      decided: ['type'],
    },
  ],
});
