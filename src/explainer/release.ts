import { isCapability, rowOf } from '../qemu/capabilities/lookup';
import type { CapabilityRow } from '../qemu/capabilities/row';

/** Which releases have a device or one of its properties, as far as the table has a row of that name. */
export function releasesOf(driver: string, properties: readonly string[]): string[] {
  const names = [driver, ...properties.map((property) => `${driver}.${property}`)];
  return names.flatMap((name) => {
    return isCapability(name) ? [`${name.replace('.', ' ')}: ${span(rowOf(name))}`] : [];
  });
}

function span({ since, until }: CapabilityRow): string {
  return until === undefined ? `since QEMU ${since}` : `QEMU ${since} to before ${until}`;
}
