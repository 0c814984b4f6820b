/** `<address type='scsi' host= bus= target= lun=/>`: a LUN; without lun a target, without target a whole host. */
export interface ScsiAddressReference {
  readonly by: 'address';
  readonly host: number;
  readonly bus?: number | undefined;
  readonly target?: number | undefined;
  /** As text: a LUN has up to 64 bits. */
  readonly lun?: string | undefined;
}

/** `<source name='scsi_2_0_4_0'/>`: a node device of libvirt, a device node, or a name below /dev/disk. */
export interface ScsiNameReference {
  readonly by: 'name';
  readonly name: string;
  /** The wanted device is the parent of the named one, or a child of it. */
  readonly rel?: 'parent' | 'child' | undefined;
}

/** `<address type='wwn' wwn=/>`: a LUN by the name that it gives itself. */
export interface ScsiWwnReference {
  readonly by: 'wwn';
  /** wwnDigits, or a T10 name as written. */
  readonly wwn: string;
}

/** `<address type='wwn' wwpn= wwnn=/>`: a fibre channel port, both as wwnDigits. */
export interface ScsiPortReference {
  readonly by: 'port';
  readonly wwpn: string;
  readonly wwnn?: string | undefined;
}

/** How `<source>` names a SCSI device, target or host, whatever element it stands in. */
export type ScsiReference = ScsiAddressReference | ScsiNameReference | ScsiWwnReference | ScsiPortReference;
