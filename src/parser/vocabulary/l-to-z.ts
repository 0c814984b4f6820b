/** Of elements from l to z; the suite's own test writes it (UPDATE=1) from what the parser asks for. */
export const L_TO_Z = `
label: size |
latency-histogram: bin | type
latency: | cache initiator target type value
launchSecurity: cbitpos dhCert guestVisibleWorkarounds handle hostData idAuth idBlock mrConfigId mrOwner mrOwnerConfig policy quoteGenerationService reducedPhysBits session | authorKey kernelHashes type vcek
lease: key lockspace target |
libosinfo: os |
line: | unit value
link: | state
listen: | address network socket type
loader: | format readonly secure stateless type
local: | address port
lock: | flock posix
log: | append file
mac: | address check currentAddress type
master: | startport
maxMemory: | slots unit
max_size: | unit
maxpagesize: | unit
maxphysaddr: | bits limit mode
memballoon: acpi address alias driver stats | autodeflate freePageReporting model
memnode: | cellid mode nodeset
memory: acpi address alias driver source target uuid | access discard dumpCore mode model nodeset placement unit
memoryBacking: access allocation discard hugepages locked nosharepages source |
memorytune: node | vcpus
memtune: hard_limit min_guarantee soft_limit swap_hard_limit |
metadata: libosinfo |
metadata_cache: max_size |
model: acceleration resolution | blob device edid fallback heads name primary ram type vendor_id vgamem vram vram64
monitor: | level vcpus
mouse: | mode
msi: | ioeventfd vectors
mtu: | size
nested-hv: | state
node: | bandwidth id
numa: cell interconnects |
numatune: memnode memory |
nvram: address backingStore source | format template templateFormat type
oemStrings: entry |
openfiles: | max
os: acpi bios boot bootmenu cmdline dtb firmware initrd kernel loader nvram shim smbios type varstore | firmware id
outbound: | average
output: settings | bufferCount bufferLength clientName connectPorts dev exactName fixedSettings latency mixingEngine name serverName streamName tryPoll voices
override: device |
page: | nodeset size unit
pagesize: | unit
panic: acpi address alias | model
parallel: acpi address alias log protocol source target | tty type
parameters: | instanceid interfaceid managerid profileid typeid typeidversion
pcihole64: | unit
playback: | compression
pm: suspend-to-disk suspend-to-mem |
pmu: | state
poll-control: | state
poll: | grow max shrink weight
port: | isolated
portForward: range | address dev proto
product: | id
profile: | name removeDisabled source
property: | name type value
protocol: | type
ps2: | state
pstore: acpi address alias path size | backend
pv-ipi: | state
pvspinlock: | state
queue: | id
quoteGenerationService: | path
range: | end exclude start to
ras: | state
rate: | bytes period
readahead: | size
reconnect: | delay enabled timeout
redirdev: acpi address alias boot log protocol source | bus type
redirfilter: usbdev |
reenlightenment: | state
relaxed: | state
requested: | unit
reservations: source | managed migration
reset: | state
resolution: | x y
rng: acpi address alias backend driver rate | model
rom: | bar enabled file
route: | address family gateway metric netmask prefix
runtime: | state
rx: frames |
sandbox: | mode
sbbc: | value
script: | path
seclabel: baselabel imagelabel label | labelskip model relabel type
secret: | type usage uuid
serial: acpi address alias log protocol source target | tty type
server: | path
settings: | channels format frequency
shmem: acpi address alias model msi server size | name role
sibling: | id value
size: | unit value
slice: | offset size type
slices: slice |
smartcard: acpi address alias certificate database log protocol source | mode type
smbios: | mode
smm: tseg | state
snapshot: | name
sound: acpi address alias audio codec driver | model multichannel streams
source: adapter address alignsize auth block char clipboard config cookies dataStore encryption host identity initiator interface ip knownHosts local mouse nodemask pagesize path pmem privateData product readahead reconnect reservations route seclabel slices snapshot ssl timeout vendor | address append bridge channel dev dir evdev fdgroup file grab grabToggle guestReset host index macTableManager managed master missing mode name namespace network path pool port portgroup portid protocol query rel repeat service slave socket startupPolicy tls tlsHostname type volume writeFiltering wwpn
space_hard_limit: | unit
space_soft_limit: | unit
spinlocks: | retries state
ssl: | verify
statistic: | interval
statistics: latency-histogram statistic |
stats: | period
stimer: direct | state
streaming: | mode
suspend-to-disk: | enabled
suspend-to-mem: | enabled
synic: | state
sysinfo: baseBoard bios chassis entry oemStrings system | type
system: entry |
table: | type
tag: | id
target: address block current label model node readonly requested size | address bus busNr chassis chassisNr dev dir dpofua dynamicMemslots hotplug index managed memReserve name offset path port removable rotation_rate state tray type
tb-cache: | unit
tcg: tb-cache |
teaming: | persistent type
thread_pool: | size
throttlefilter: | group
throttlefilters: throttlefilter |
throttlegroup: group_name read_bytes_sec read_bytes_sec_max read_bytes_sec_max_length read_iops_sec read_iops_sec_max read_iops_sec_max_length size_iops_sec total_bytes_sec total_bytes_sec_max total_bytes_sec_max_length total_iops_sec total_iops_sec_max total_iops_sec_max_length write_bytes_sec write_bytes_sec_max write_bytes_sec_max_length write_iops_sec write_iops_sec_max write_iops_sec_max_length |
throttlegroups: throttlegroup |
timeout: | seconds
timer: catchup | frequency mode name present tickpolicy track
tlbflush: direct extended | state
topology: | clusters cores dies sockets threads
tpm: acpi address alias backend | model
transient: | shareBacking
tseg: | unit
tune: sndbuf |
type: | arch machine
uid: | count start target
usbdev: | allow class product vendor version
vapic: | state
varstore: | path template
vcpu: | cpuset current enabled hotpluggable id order placement
vcpupin: | cpuset vcpu
vcpus: vcpu |
vcpusched: | priority scheduler vcpus
vendor: | id
vendor_id: | state value
video: acpi address alias driver model |
virtualport: parameters | type
vlan: tag |
vmcoreinfo: | state
vmport: | state
vpindex: | state
vsock: acpi address alias cid driver | model
watchdog: acpi address alias | action model
xmm_input: | state
zlib: | compression
zpci: | fid uid
`;
