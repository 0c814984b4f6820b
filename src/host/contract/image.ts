/** What the first bytes of an image say it is; `raw`: none of the formats that are known. */
export type ImageFormat =
  'qcow2' | 'qcow' | 'qed' | 'vmdk' | 'vdi' | 'vpc' | 'vhdx' | 'parallels' | 'luks' | 'raw';

/** An image that another one names in its header. */
export interface RecordedImage {
  /** Absolute. Absent: it is no file of this host, such as one on NBD. */
  readonly path?: string | undefined;
  /** Absent: the header does not say. */
  readonly format?: string | undefined;
}

/** The header of an image. */
export interface ImageFacts {
  /** As whoever opens it writes it. */
  readonly path: string;
  readonly format: ImageFormat;
  /** QEMU has found it damaged, and opens it for reading alone. */
  readonly corrupt?: boolean | undefined;
  readonly backing?: RecordedImage | undefined;
  /** Where a qcow2 image keeps what the guest writes, if not in itself. */
  readonly dataFile?: RecordedImage | undefined;
}
