import type { HostFacts, HugePages } from './facts';

const X86_PAGE = 4096;

/** Whether that is no huge page on this host, in bytes. */
export function isUsualPage(size: number | undefined, { pageSize }: Pick<HostFacts, 'pageSize'>): boolean {
  return size === (pageSize ?? X86_PAGE);
}

/** Where pages of a size are mounted, in bytes; undefined: of the host's default size. */
export function mountOfPages(
  size: number | undefined,
  { hugepages }: Pick<HostFacts, 'hugepages'>,
): HugePages | undefined {
  return hugepages?.find((page) => (size === undefined ? page.default === true : page.size * 1024 === size));
}
