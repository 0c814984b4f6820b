import type { HostFacts, ImageFacts, RecordedImage } from './facts';

/** The header of an image; undefined: not known. */
export function imageByPath({ images = [] }: HostFacts, path: string): ImageFacts | undefined {
  return images.find((image) => image.path === path);
}

/** From an image to the one below it, a file or device of this host. */
export interface ChainStep {
  readonly image: ImageFacts;
  readonly path: string;
  /** As the image records it; undefined: it does not. */
  readonly format: string | undefined;
  /** The header of the one below, where that is known. */
  readonly header: ImageFacts | undefined;
  /** The chain came by it before, and ends with this step. */
  readonly loops: boolean;
}

/** What headers record below an image, as QEMU opens it; what is recorded as raw has nothing below it. */
export function* recordedChain(host: HostFacts, top: ImageFacts): Generator<ChainStep> {
  const seen = new Set<string>();
  let image: ImageFacts | undefined = top;
  while (image !== undefined) {
    seen.add(image.path);
    const below: RecordedImage | undefined = image.backing;
    if (below?.path === undefined) return;
    const [path, format]: readonly [string, string | undefined] = [below.path, below.format];
    const header = imageByPath(host, path);
    const loops = seen.has(path);
    yield { image, path, format, header, loops };
    image = loops || format === 'raw' ? undefined : header;
  }
}
