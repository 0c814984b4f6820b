import { shellWord } from '../../model/shell-word';
import type { Image } from './answers';

/** The command that makes an image of a size that most systems install on. */
export const createImage = ({ path, format }: Image) => `qemu-img create -f ${format} ${shellWord(path)} 20G`;
