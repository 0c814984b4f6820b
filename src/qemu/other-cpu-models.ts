import { ARM, PPC64 } from './capabilities/arch';

const OF_ARM =
  'any host max a64fx arm1026 arm1136 arm1136-r2 arm1176 arm11mpcore arm926 arm946 cortex-a15 cortex-a35 cortex-a53 ' +
  'cortex-a55 cortex-a57 cortex-a7 cortex-a710 cortex-a72 cortex-a76 cortex-a78ae cortex-a8 cortex-a9 cortex-m0 ' +
  'cortex-m3 cortex-m33 cortex-m4 cortex-m55 cortex-m7 cortex-r5 cortex-r52 cortex-r5f neoverse-n1 neoverse-n2 ' +
  'neoverse-v1 pxa250 pxa255 pxa260 pxa261 pxa262 pxa270 pxa270-a0 pxa270-a1 pxa270-b0 pxa270-b1 pxa270-c0 ' +
  'pxa270-c5 sa1100 sa1110 ti925t';

/** Each of these has one that ends in `-base`. */
const OF_S390X =
  'z900 z900.2 z900.3 z800 z990 z990.2 z990.3 z890 z990.4 z890.2 z990.5 z890.3 z9EC z9EC.2 z9BC z9EC.3 z9BC.2 z10EC ' +
  'z10EC.2 z10BC z10EC.3 z10BC.2 z196 z196.2 z114 zEC12 zEC12.2 zBC12 z13 z13.2 z13s z14 z14.2 z14ZR1 gen15a gen15b ' +
  'gen16a gen16b gen17a gen17b';

const OF_POWER =
  'host power5+ power5gs power5p power7 power7+ power7p power8 power8e power8nvl power9 power10 power11';

/**
 * The CPU models of ARM, s390x and pSeries (`-cpu help` of 7.2 and 10.0), with what earlier releases had, for suggestions;
 * undefined for architectures whose models are not known here. x86 has a table by release: ./cpu-models.
 */
export function otherCpuModels(arch: string): readonly string[] | undefined {
  if (includes(ARM, arch)) return OF_ARM.split(' ');
  if (arch === 's390x')
    return ['host', 'max', 'qemu', ...OF_S390X.split(' ').flatMap((name) => [name, `${name}-base`])];
  return includes(PPC64, arch) ? OF_POWER.split(' ') : undefined;
}

/** Whether one of them has that name; of POWER's case does not matter, and there are versions, and hundreds of embedded ones. */
export function isOtherCpuModel(arch: string, name: string): boolean | undefined {
  const models = otherCpuModels(arch);
  if (models === undefined) return undefined;
  if (!includes(PPC64, arch)) return models.includes(name);
  const model = name.toLowerCase().replace(/_v[\d.]+$/, '');
  return models.includes(model) || (/^power\d/.test(model) ? false : undefined);
}

/** Models of ARM with vectors of any length, and of these the one that signs no pointers (QEMU target/arm/tcg/cpu64.c). */
const WITH_SVE = ['host', 'max', 'a64fx', 'cortex-a710', 'neoverse-n2', 'neoverse-v1'];
const UNSIGNED = 'a64fx';

/** Whether a model of ARM that is known has no such switch. */
export function lacksArmSwitch(arch: string, model: string, feature: string): boolean {
  if (!includes(ARM, arch) || !includes(OF_ARM.split(' '), model) || !/^(sve|pauth)/.test(feature))
    return false;
  return !WITH_SVE.includes(model) || (feature.startsWith('pauth') && model === UNSIGNED);
}

const includes = (names: readonly string[], name: string) => names.includes(name);
