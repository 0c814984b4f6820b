/** Where a device plugs in, in QEMU's words: the outcome of the address passes. */
export type Slot =
  | {
      readonly type: 'pci';
      /** absent where QEMU finds the board's main bus better by itself */ readonly bus?: string | undefined;
      /** 0x2 or 0x1.0x2 */ readonly addr: string;
      readonly multifunction?: boolean | undefined;
      readonly acpiIndex?: number | undefined;
      /** s390x: the ids of the function, which a device of its own gives it. */
      readonly zpci?: { readonly uid: number; readonly fid: number } | undefined;
    }
  | {
      readonly type: 'scsi';
      readonly bus: string;
      /** absent on HBAs that have one channel and no such property */ readonly channel?: number | undefined;
      readonly scsiId: number;
      readonly lun?: number | undefined;
    }
  | { readonly type: 'ide'; readonly bus: string; readonly unit?: number | undefined }
  | { readonly type: 'nvme'; readonly bus: string; /** from 1 */ readonly nsid: number }
  | { readonly type: 'usb'; readonly bus: string; readonly port?: string | undefined }
  | { readonly type: 'virtio-serial'; readonly bus: string; readonly nr: number }
  | { readonly type: 'ccw'; readonly devno: string }
  | { readonly type: 'dimm'; readonly slot: number; /** bytes */ readonly base?: number | undefined }
  | { readonly type: 'isa'; readonly iobase?: number | undefined; readonly irq?: number | undefined }
  | { readonly type: 'ccid'; readonly bus: string }
  | { readonly type: 'spapr-vio'; readonly reg: number }
  | { readonly type: 'none' };
