import type { ImageFacts, ImageFormat, RecordedImage } from '../facts';
import { absolutePath, flag, object, optional, text, word } from '../shape';

const recordedImage = object<RecordedImage>({ path: optional(absolutePath), format: optional(text) });

export const image = object<ImageFacts>({
  path: absolutePath,
  format: word<ImageFormat>({
    qcow2: true,
    qcow: true,
    qed: true,
    vmdk: true,
    vdi: true,
    vpc: true,
    vhdx: true,
    parallels: true,
    luks: true,
    raw: true,
  }),
  corrupt: optional(flag),
  backing: optional(recordedImage),
  dataFile: optional(recordedImage),
});
