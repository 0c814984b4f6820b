/** A libvirt network: what `<source network=>` of an interface refers to. */
export interface HostNetwork {
  readonly name: string;
  /** `<forward mode=>`; absent: isolated. */
  readonly forward?: string | undefined;
  readonly bridge?: string | undefined;
  /** The host's own address in it. */
  readonly address?: string | undefined;
  /** The interfaces behind a direct network. */
  readonly interfaces?: readonly string[] | undefined;
  /** The PCI functions behind a hostdev network: 0000:03:00.1. */
  readonly functions?: readonly string[] | undefined;
  readonly managed?: boolean | undefined;
  readonly virtualport?: string | undefined;
}

/** What a guest's port of a network is plugged into; `<networkport><plug>` of libvirt. */
export interface HostNetworkPort {
  readonly name: string;
  readonly plug: 'network' | 'bridge' | 'direct' | 'hostdev-pci' | 'none';
  readonly bridge?: string | undefined;
  readonly dev?: string | undefined;
  readonly mode?: string | undefined;
  /** 0001:02:03.4. */
  readonly pci?: string | undefined;
  readonly managed?: boolean | undefined;
  readonly trustGuestRxFilters?: boolean | undefined;
}
