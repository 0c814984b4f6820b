import type { HostFacts, ImageFacts } from './facts';

/** The header of an image; undefined: not known. */
export function imageByPath({ images = [] }: HostFacts, path: string): ImageFacts | undefined {
  return images.find((image) => image.path === path);
}
