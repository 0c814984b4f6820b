/** Written by scripts/cpu-map.mjs from the CPU map of libvirt 12.9 (src/cpu_map). */

/** libvirt's names of the features of x86 processors, in the order in which it lists them. */
export const FEATURES =
  'pni pclmuldq dtes64 monitor ds_cpl vmx smx est tm2 ssse3 cid fma cx16 xtpr pdcm pcid dca sse4.1 sse4.2 x2apic movbe popcnt tsc-deadline aes xsave osxsave avx f16c rdrand hypervisor fpu vme de pse tsc msr pae mce cx8 apic sep mtrr pge mca cmov pat pse36 pn clflush ds acpi mmx fxsr sse sse2 ss ht tm ia64 pbe arat fsgsbase tsc_adjust sgx bmi1 hle avx2 fdp-excptn-only smep bmi2 erms invpcid rtm cmt zero-fcs-fds mpx avx512f avx512dq rdseed adx smap avx512ifma pcommit clflushopt clwb intel-pt avx512pf avx512er avx512cd sha-ni avx512bw avx512vl avx512vbmi umip pku ospke waitpkg avx512vbmi2 cet-ss gfni vaes vpclmulqdq avx512vnni avx512bitalg avx512-vpopcntdq la57 rdpid bus-lock-detect cldemote movdiri movdir64b sgxlc pks avx512-4vnniw avx512-4fmaps fsrm avx512-vp2intersect md-clear serialize tsx-ldtrk pconfig arch-lbr cet-ibt amx-bf16 avx512-fp16 amx-tile amx-int8 spec-ctrl stibp flush-l1d arch-capabilities core-capability ssbd sha512 sm3 sm4 avx-vnni avx512-bf16 cmpccxadd fzrm fsrs fsrc fred lkgs wrmsrns amx-fp16 avx-ifma lam movrs msr-imm avx-vnni-int8 avx-ne-convert amx-complex avx-vnni-int16 prefetchiti avx10 apxf intel-psfd ipred-ctrl rrsba-ctrl ddpd-u bhi-ctrl mcdt-no xsaveopt xsavec xgetbv1 xsaves xfd mbm_total mbm_local sgx1 sgx2 sgx-edeccssa sgx-exinfo sgx-debug sgx-mode64 sgx-provisionkey sgx-tokenkey sgx-kss sgx-aex-notify intel-pt-lip amx-int8-alias amx-bf16-alias amx-complex-alias amx-fp16-alias amx-fp8 amx-tf32 amx-avx512 amx-movrs avx10-128 avx10-256 avx10-512 avx10-vnni-int apx-nci-ndd-nf lahf_lm cmp_legacy svm extapic cr8legacy abm sse4a misalignsse 3dnowprefetch osvw ibs xop skinit wdt lwp fma4 tce cvt16 nodeid_msr tbm topoext perfctr_core perfctr_nb syscall nx mmxext fxsr_opt pdpe1gb rdtscp lm 3dnowext 3dnow overflow-recov succor invtsc clzero xsaveerptr wbnoinvd ibpb ibrs amd-stibp stibp-always-on amd-ssbd virt-ssbd amd-no-ssb amd-psfd npt lbrv svm-lock nrip-save tsc-scale vmcb-clean flushbyasid decodeassists pause-filter pfthreshold avic v-vmsave-vmload vgif gmet vnmi svme-addr-chk no-nested-data-bp fs-gs-base-ns lfence-always-serializing verw-clear null-sel-clr-base auto-ibrs prefetchi eraps sbpb ibpb-brtype srso-no srso-user-kernel-no tsa-sq-no tsa-l1-no perfmon-v2 xstore xstore-en xcrypt xcrypt-en ace2 ace2-en phe phe-en pmm pmm-en split-lock-detect rdctl-no ibrs-all rsba skip-l1dfl-vmentry ssb-no mds-no pschange-mc-no tsx-ctrl taa-no sbdr-ssdp-no fbsdp-no psdp-no fb-clear bhi-no pbrsb-no gds-no rfds-no rfds-clear its-no vmx-ins-outs vmx-true-ctls vmx-any-errcode vmx-nested-exception vmx-store-lma vmx-activity-hlt vmx-activity-shutdown vmx-activity-wait-sipi vmx-vmwrite-vmexit-fields vmx-zero-len-inject vmx-apicv-xapic vmx-ept vmx-desc-exit vmx-rdtscp-exit vmx-apicv-x2apic vmx-vpid vmx-wbinvd-exit vmx-unrestricted-guest vmx-apicv-register vmx-apicv-vid vmx-ple vmx-rdrand-exit vmx-invpcid-exit vmx-vmfunc vmx-shadow-vmcs vmx-encls-exit vmx-rdseed-exit vmx-pml vmx-xsaves vmx-mbec vmx-tsc-scaling vmx-enable-user-wait-pause vmx-ept-execonly vmx-page-walk-4 vmx-page-walk-5 vmx-ept-uc vmx-ept-wb vmx-ept-2mb vmx-ept-1gb vmx-invept vmx-eptad vmx-ept-advanced-exitinfo vmx-invept-single-context vmx-invept-all-context vmx-invvpid vmx-invvpid-single-addr vmx-invvpid-single-context vmx-invvpid-all-context vmx-invvpid-single-context-noglobals vmx-intr-exit vmx-nmi-exit vmx-vnmi vmx-preemption-timer vmx-posted-intr vmx-vintr-pending vmx-tsc-offset vmx-hlt-exit vmx-invlpg-exit vmx-mwait-exit vmx-rdpmc-exit vmx-rdtsc-exit vmx-cr3-load-noexit vmx-cr3-store-noexit vmx-cr8-load-exit vmx-cr8-store-exit vmx-flexpriority vmx-vnmi-pending vmx-movdr-exit vmx-io-exit vmx-io-bitmap vmx-mtf vmx-msr-bitmap vmx-monitor-exit vmx-pause-exit vmx-secondary-ctls vmx-exit-nosave-debugctl vmx-exit-load-perf-global-ctrl vmx-exit-ack-intr vmx-exit-save-pat vmx-exit-load-pat vmx-exit-save-efer vmx-exit-load-efer vmx-exit-save-preemption-timer vmx-exit-clear-bndcfgs vmx-exit-clear-rtit-ctl vmx-exit-save-cet vmx-exit-load-pkrs vmx-exit-secondary-ctls vmx-entry-noload-debugctl vmx-entry-ia32e-mode vmx-entry-load-perf-global-ctrl vmx-entry-load-pat vmx-entry-load-efer vmx-entry-load-bndcfgs vmx-entry-load-rtit-ctl vmx-entry-load-cet vmx-entry-load-pkrs vmx-entry-load-fred vmx-eptp-switching';

/** QEMU's names where they differ by more than `_` and `-` -> libvirt's. */
export const ALIASES: Readonly<Record<string, string>> = {
  sse3: 'pni',
  pclmulqdq: 'pclmuldq',
  'ds-cpl': 'ds_cpl',
  'sse4-1': 'sse4.1',
  sse4_1: 'sse4.1',
  'sse4-2': 'sse4.2',
  sse4_2: 'sse4.2',
  'tsc-adjust': 'tsc_adjust',
  'lahf-lm': 'lahf_lm',
  'cmp-legacy': 'cmp_legacy',
  'nodeid-msr': 'nodeid_msr',
  'perfctr-core': 'perfctr_core',
  'perfctr-nb': 'perfctr_nb',
  xd: 'nx',
  ffxsr: 'fxsr_opt',
  'fxsr-opt': 'fxsr_opt',
  i64: 'lm',
  svm_lock: 'svm-lock',
  nrip_save: 'nrip-save',
  tsc_scale: 'tsc-scale',
  vmcb_clean: 'vmcb-clean',
  pause_filter: 'pause-filter',
  'vmx-invept-single-context-noglobals': 'vmx-invvpid-single-context-noglobals',
};
