import type { DirectSource } from '../../model/plan/block-backend';
import type { ImageNames } from './names';
import type { BackendRequest } from './request';

/** One image of a request's chain. */
export interface ImageRequest {
  readonly request: BackendRequest;
  readonly source: DirectSource;
  readonly format: string;
  readonly readonly: boolean;
  /** The image that the guest writes to, or its data file. */
  readonly top: boolean;
  readonly metadataCacheMax?: number | undefined;
  /** The stem of the node names: `libvirt-1`; see block-nodes.ts for its number. */
  readonly node: string;
  readonly fdSet: number;
  readonly names: ImageNames;
  /** Under which name the user hands over the image's cookies. */
  readonly jar: string;
}
