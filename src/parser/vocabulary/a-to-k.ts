/** Of elements from a to k; the suite's own test writes it (UPDATE=1) from what the parser asks for. */
export const A_TO_K = `
acceleration: | accel2d accel3d rendernode
access: | mode
acpi: table | index nodeset
active_pcr_banks: sha1 sha256 sha384 sha512 |
adapter: | name
add: | capability
address: zpci | base bus controller cssid device devno domain fabric_wwn function host iobase irq lun multifunction parent parent_fabric_wwn parent_wwnn parent_wwpn port reg slot ssid target type unit uuid wwn wwnn wwpn
aia: | value
alias: | name
alignsize: | unit
allocation: | mode threads
apic: | eoi
arg: | value
async-teardown: | enabled
audio: alias input output | driver dspPolicy exclusive id path runtimeDir serverName timerPeriod tryMMap type
auth: secret | type username
avic: | state
backend: active_pcr_banks device encryption log profile protocol source | debug fqdn hostname logFile model persistent_state queues tap type version vhost
backingStore: backingStore format source | index type
bandwidth: inbound outbound | cache classID initiator target type unit value
baseBoard: entry |
bin: | start
binary: cache lock openfiles sandbox thread_pool | path xattr
bios: entry | rebootTimeout useserial
blkiotune: device |
block: | unit
blockio: | discard_granularity logical_block_size physical_block_size
boot: | dev loadparm order
bootmenu: | enable timeout
cache: line size | associativity id level mode policy size type unit
cachetune: cache monitor | vcpus
capabilities: add del |
catchup: | limit slew threshold
ccf-assist: | state
cell: cache distances | cpus discard id memAccess memory unit
cfpc: | value
channel: acpi address alias log protocol source target | mode name tty type
chassis: entry |
cid: | address auto
cipher: | hash mode name size state
clipboard: | copypaste
clock: timer | adjustment basis offset start timezone
coalesce: rx |
codec: | type
commandline: arg env |
config: | file
console: acpi address alias log protocol source target | tty type
controller: acpi address alias boot driver master model pcihole64 readonly serial shareable source target | index model ports type vectors
cookie: | name
cookies: cookie |
cpu: cache feature maxphysaddr model numa topology vendor | check deprecated_features match migratable mode
cputune: cachetune emulator_period emulator_quota emulatorpin emulatorsched energytune global_period global_quota iothread_period iothread_quota iothreadpin iothreadsched memorytune period quota vcpupin vcpusched |
crypto: acpi address alias backend driver | model type
currentMemory: | unit
dataStore: format source | type
defaultiothread: | thread_pool_max thread_pool_min
del: | capability
deprecation: | behavior
device: frontend path read_bytes_sec read_iops_sec weight write_bytes_sec write_iops_sec | alias path
devices: audio channel console controller crypto disk emulator filesystem graphics hostdev hub input interface iommu lease memballoon memory nvram panic parallel pstore redirdev redirfilter rng serial shmem smartcard sound tpm video vsock watchdog |
direct: | state
dirty-ring: | size state
disk: acpi address alias auth backingStore blockio boot driver encryption geometry iotune mirror product readonly serial shareable source target throttlefilters transient vendor wwn | device model rawio sgio snapshot type
distances: sibling |
domain: blkiotune bootloader capabilities clock commandline cpu cputune currentMemory defaultiothread deprecation description devices features genid hwuuid idmap iommufd iothreadids iothreads keywrap launchSecurity maxMemory memory memoryBacking memtune metadata name numatune on_crash on_lockfailure on_poweroff on_reboot os override perf pm resource seclabel sysinfo throttlegroups title uuid vcpu vcpus | id type
downscript: | path
driver: granule guest host iothreads metadata_cache statistics | accel ats aw_bits cache caching_mode cmd_per_lun cmdqv copy_on_read detect_zeroes discard discard_no_unref dma_translation eim error_policy event_idx intremap io ioeventfd iommu iommufd iothread iotlb max_sectors model name oas packed page_per_vq passthrough pciBus queue queue_size queues rerror_policy ril rss rss_hash_report rx_queue_size ssidsize tx_queue_size txmode type wrpolicy xtsup
emsr_bitmap: | state
emulatorpin: | cpuset
emulatorsched: | scheduler
encryption: cipher ivgen secret | engine format secret
energytune: monitor | vcpus
entry: | file name
env: | name value
evmcs: | state
extended: | state
feature: | enabled name policy
features: acpi aia apic async-teardown ccf-assist cfpc gic hpt htm hyperv ibs ioapic kvm nested-hv pae pmu ps2 pvspinlock ras sbbc smm tcg viridian virtualization vmcoreinfo vmport |
filesystem: acpi address alias binary boot driver idmap readonly source space_hard_limit space_soft_limit target | accessmode dmode fmode model multidevs type
filetransfer: | enable
firmware: feature |
format: metadata_cache | type
frames: | max
frequencies: | state
frontend: property |
geometry: | cyls heads secs trans
gic: | version
gid: | count start target
gl: | enable rendernode
granule: | mode size unit
graphics: alias audio channel clipboard filetransfer gl image jpeg listen mouse playback streaming zlib | address autoport connected defaultMode display fullscreen keymap listen multiUser p2p passwd passwdValidTo port powerControl replaceUser sharePolicy socket tlsPort type username websocket xauth
guest: | csum ecn tso4 tso6 ufo
hard_limit: | unit
hidden: | state
hint-dedicated: | state
host: | csum ecn gso mrg_rxbuf name port socket transport tso4 tso6 ufo
hostdev: acpi address alias boot driver readonly rom shareable source target teaming | display managed mode model ramfb rawio sgio type
hpt: maxpagesize | resizing
htm: | state
hub: acpi address alias | type
hugepages: page |
hyperv: avic emsr_bitmap evmcs frequencies ipi reenlightenment relaxed reset runtime spinlocks stimer synic tlbflush vapic vendor_id vpindex xmm_input | mode
ibs: | value
identity: | agentsock group keyfile user username
idmap: gid uid |
image: | compression
inbound: | average floor
initiator: iqn |
input: acpi address alias driver settings source | bufferCount bufferLength bus clientName connectPorts dev exactName fixedSettings latency mixingEngine model name serverName streamName tryPoll type voices
interface: acpi address alias backend bandwidth boot coalesce downscript driver filterref ip link mac model mtu port portForward rom route script source target teaming tune virtualport vlan | managed trustGuestRxFilters type
ioapic: | driver
iommu: acpi address alias driver | model
iommufd: | enabled fdgroup
iothread: poll queue | id thread_pool_max thread_pool_min
iothreadids: iothread |
iothreadpin: | cpuset iothread
iothreads: iothread |
iothreadsched: | iothreads scheduler
iotune: group_name read_bytes_sec read_bytes_sec_max read_bytes_sec_max_length read_iops_sec read_iops_sec_max read_iops_sec_max_length size_iops_sec total_bytes_sec total_bytes_sec_max total_bytes_sec_max_length total_iops_sec total_iops_sec_max total_iops_sec_max_length write_bytes_sec write_bytes_sec_max write_bytes_sec_max_length write_iops_sec write_iops_sec_max write_iops_sec_max_length |
ip: | address family peer prefix
ipi: | state
iqn: | name
ivgen: | hash name
jpeg: | compression
keywrap: cipher |
knownHosts: | path
kvm: dirty-ring hidden hint-dedicated poll-control pv-ipi |
`;
