/**
 * Every attribute and text of a domain that takes a name, a path, an address of the user's, by libvirt's schema. Each @@ is a
 * word that is nowhere else.
 */
const PARTS = {
  network: `
    <disk type='network' device='disk'>
      <source protocol='rbd' name='@@/@@'>
        <host name='@@.lan' port='6789'/>
        <snapshot name='@@'/>
        <config file='/etc/ceph/@@.conf'/>
        <auth username='@@'><secret type='ceph' usage='s@@'/></auth>
      </source>
      <target dev='vda' bus='virtio'/>
      <serial>@@</serial>
    </disk>
    <disk type='network' device='disk'>
      <source protocol='ssh' name='/srv/@@'>
        <host name='@@'/>
        <identity username='@@' agentsock='/run/@@/agent' keyfile='/home/@@/key'/>
        <knownHosts path='/home/@@/known'/>
      </source>
      <target dev='vdb' bus='virtio'/>
    </disk>
    <disk type='network' device='cdrom'>
      <source protocol='https' name='@@.iso' query='token=@@'>
        <host name='@@' port='443'/>
        <cookies><cookie name='@@'>@@</cookie></cookies>
      </source>
      <target dev='sda' bus='sata'/>
    </disk>
    <disk type='network' device='disk'>
      <source protocol='nbd' name='@@' tls='yes' tlsHostname='@@.lan'><host transport='unix' socket='/run/@@.sock'/></source>
      <target dev='vdd' bus='virtio'/>
    </disk>
    <disk type='network' device='disk'>
      <source protocol='iscsi' name='iqn.2012-09.org.@@:@@/3'>
        <host name='@@'/>
        <initiator><iqn name='iqn.2012-09.org.@@:@@'/></initiator>
        <auth username='@@'><secret type='iscsi' usage='i@@'/></auth>
      </source>
      <target dev='vde' bus='virtio'/>
    </disk>
    <disk type='network' device='disk'>
      <source protocol='nfs' name='/@@/@@/a.qcow2'><host name='@@'/></source>
      <target dev='vdf' bus='virtio'/>
    </disk>
    <disk type='vhostuser' device='disk'>
      <source type='unix' path='/run/@@'/>
      <target dev='vdg' bus='virtio'/>
    </disk>`,
  disks: `
    <disk type='file' device='disk'>
      <driver name='qemu' type='qcow2'/>
      <source file='@@/@@.qcow2' startupPolicy='optional'><seclabel model='dac'><label>@@</label></seclabel></source>
      <backingStore type='file'><format type='qcow2'/><source file='/srv/@@.qcow2'/><backingStore/></backingStore>
      <mirror type='file' job='copy'><source file='/srv/@@'/></mirror>
      <target dev='vda' bus='virtio'/>
      <iotune><total_iops_sec>5</total_iops_sec><group_name>@@</group_name></iotune>
      <encryption format='luks'><secret type='passphrase' usage='e@@'/></encryption>
      <alias name='ua-@@'/>
    </disk>
    <disk type='block' device='disk'>
      <source dev='/dev/mapper/@@-@@'/>
      <target dev='vdb' bus='virtio'/>
    </disk>
    <disk type='dir' device='floppy'><source dir='@@'/><target dev='fda'/><readonly/></disk>
    <filesystem type='mount'>
      <driver type='virtiofs'/>
      <binary path='/opt/@@/virtiofsd'/>
      <source dir='/srv/@@'/>
      <target dir='@@'/>
    </filesystem>
    <filesystem><driver type='virtiofs'/><source socket='/run/@@'/><target dir='@@'/></filesystem>
    <lease><lockspace>@@</lockspace><key>@@</key><target path='/lease/@@' offset='1024'/></lease>`,
  networks: `
    <interface type='bridge'>
      <source bridge='@@'/>
      <target dev='@@'/>
      <script path='@@/up'/>
      <downscript path='/etc/@@/down'/>
      <backend tap='/dev/net/@@' vhost='/dev/@@'/>
      <virtualport type='openvswitch'><parameters profileid='@@'/></virtualport>
      <filterref filter='@@'><parameter name='IP' value='@@'/></filterref>
      <rom file='/srv/@@.rom'/>
      <guest dev='@@' actual='@@'/>
      <alias name='ua-@@'/>
    </interface>
    <interface type='network'><source network='@@' portgroup='@@' portid='@@'/><model type='virtio'/><teaming type='persistent'/></interface>
    <interface type='user'>
      <source dev='@@'/>
      <backend type='passt' logFile='@@/passt.log' hostname='@@' fqdn='@@.lan'/>
      <portForward proto='tcp' address='10.91.0.1' dev='@@'><range start='22' to='2022'/></portForward>
    </interface>
    <interface type='vhostuser'><source type='unix' path='@@.sock' mode='client'/><target dev='@@'/></interface>
    <interface type='udp'><source address='10.91.0.2' port='1'><local address='10.91.0.3' port='2'/></source></interface>
    <interface type='vdpa'><source dev='/dev/@@'/></interface>
    <interface type='ethernet'><target dev='@@' managed='no'/></interface>
    <vsock><cid auto='no' address='4'/></vsock>`,
  characters: `
    <serial type='tcp'><source mode='connect' host='@@' service='4555' tls='no'/><log file='@@.log'/><target port='0'/></serial>
    <serial type='file'><source path='@@/log'><seclabel model='dac'><label>@@</label></seclabel></source><target port='1'/></serial>
    <serial type='pty' tty='@@'><source path='@@'/><target port='2'/></serial>
    <parallel type='dev'><source path='/dev/@@'/></parallel>
    <channel type='unix'><source mode='bind' path='/run/@@/a'/><target type='virtio' name='org.@@.port'/></channel>
    <channel type='unix'><target type='virtio' name='org.qemu.guest_agent.0'/></channel>
    <channel type='spiceport'><source channel='org.@@.spice'/><target type='virtio' name='com.@@.0'/></channel>
    <channel type='udp'><source mode='bind' host='@@' service='1'/><source mode='connect' host='@@' service='2'/><target type='virtio' name='@@'/></channel>
    <console type='pty'><target type='virtio'/></console>
    <redirdev bus='usb' type='tcp'><source mode='connect' host='@@' service='4000'/></redirdev>
    <smartcard mode='host-certificates'>
      <certificate>@@</certificate>
      <certificate>@@</certificate>
      <certificate>@@</certificate>
      <database>/etc/@@</database>
    </smartcard>
    <tpm model='tpm-crb'>
      <backend type='emulator' version='2.0'>
        <source type='file' path='/srv/@@'/>
        <log file='/srv/@@.log'/>
      </backend>
    </tpm>
    <rng model='virtio'><backend model='egd' type='tcp'><source mode='connect' host='@@' service='1'/></backend></rng>
    <rng model='virtio'><backend model='random'>/dev/@@</backend></rng>
    <shmem name='@@'><model type='ivshmem-doorbell'/><server path='/run/@@'/></shmem>
    <input type='evdev'><source dev='/dev/input/by-id/@@'/></input>
    <input type='passthrough' bus='virtio'><source evdev='@@'/></input>
    <pstore backend='acpi-erst'><path>@@</path><size unit='KiB'>64</size></pstore>
    <crypto model='virtio' type='qemu'><backend model='builtin' queues='1'/></crypto>`,
  screens: `
    <graphics type='vnc' port='5901' passwd='@@'><listen type='socket' socket='/run/@@'/></graphics>
    <graphics type='spice' port='5902' passwd='@@' keymap='de'>
      <listen type='network' network='@@' address='@@'/>
      <gl enable='yes' rendernode='/dev/dri/by-path/@@'/>
    </graphics>
    <graphics type='sdl' display='@@:1' xauth='@@'/>
    <graphics type='rdp' port='3389' username='@@' passwd='@@'/>
    <graphics type='dbus' address='unix:path=/run/@@,guid=@@'/>
    <audio id='1' type='pulseaudio' serverName='@@'><input name='@@' streamName='@@'/><output name='@@' streamName='@@'/></audio>
    <audio id='2' type='jack'><output serverName='@@' clientName='@@' connectPorts='@@'/></audio>
    <audio id='3' type='alsa'><input dev='@@'/><output dev='/dev/@@'/></audio>
    <audio id='4' type='file' path='@@.wav'/>
    <audio id='5' type='pipewire' runtimeDir='/run/@@'><input name='@@'/></audio>
    <video><model type='virtio'><acceleration rendernode='/dev/@@'/></model><driver name='qemu'/></video>
    <hostdev mode='subsystem' type='scsi'>
      <source protocol='iscsi' name='iqn.2012-09.org.@@:@@/1'><host name='@@' port='3260'/><auth username='@@'><secret type='iscsi' usage='h@@'/></auth></source>
    </hostdev>
    <memory model='nvdimm'><source><path>/srv/@@</path></source><target><size unit='MiB'>64</size><node>0</node></target></memory>`,
  refused: `
    <disk type='network' device='disk'>
      <source protocol='nfs' name='/@@/x.img'><host name='@@'/><identity user='@@' group='@@'/></source>
      <target dev='@@' bus='virtio'/>
      <throttlefilters><throttlefilter group='@@'/></throttlefilters>
      <wwn>@@</wwn>
      <alias name='@@'/>
    </disk>
    <disk type='volume' device='disk'>
      <source pool='@@' volume='@@'><auth><secret type='iscsi' uuid='@@'/></auth></source>
      <target dev='vdc' bus='virtio'/>
    </disk>
    <disk type='file' device='disk'><source file='/srv/@@'/><target dev='vdd'/><serial>@@ @@ @@ @@ @@ @@ @@ @@ @@</serial></disk>
    <interface type='bridge'>
      <mac address='@@'/>
      <source bridge='@@'/>
      <virtualport type='openvswitch'><parameters interfaceid='@@' instanceid='@@'/></virtualport>
    </interface>
    <interface type='direct'><source dev='@@' mode='bridge'/><virtualport type='802.1Qbh'><parameters profileid='@@'/></virtualport></interface>
    <interface type='ethernet'><ip address='@@' peer='@@'/><route address='@@' gateway='@@'/></interface>
    <backenddomain name='@@'/>
    <tpm><backend type='emulator'><encryption secret='@@'/></backend></tpm>
    <graphics type='vnc' socket='/run/@@' passwd='@@@@@@@@@@' listen='@@'><listen type='socket' socket='/run/@@'/></graphics>
    <hostdev mode='subsystem' type='scsi'><source><adapter name='@@'/><address bus='0' target='0' unit='0'/></source></hostdev>
    <hostdev mode='subsystem' type='scsi'><source name='@@'/></hostdev>
    <hostdev mode='subsystem' type='mdev' model='vfio-pci'><source><address uuid='@@'/></source></hostdev>
    <hostdev mode='capabilities' type='storage'><source><block>/dev/@@</block></source></hostdev>
    <hostdev mode='capabilities' type='misc'><source><char>/dev/@@</char></source></hostdev>
    <hostdev mode='capabilities' type='net'><source><interface>@@</interface></source></hostdev>
    <memory model='nvdimm'><uuid>@@</uuid></memory>
    @@ in a place where nobody reads it`,
};

/** Attributes that everything else is tried with: one that nobody reads has its line shown. */
const head = (more: string) => `<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <name>@@</name>
  <title>@@</title>
  <description>@@ @@</description>
  <metadata><own:x xmlns:own='http://@@/'><own:y z='@@'>@@</own:y></own:x></metadata>
  <maxMemory slots='4' unit='MiB'>512</maxMemory>
  <memory unit='MiB'>256</memory>
  <memoryBacking><source type='memfd'/><access mode='shared'/></memoryBacking>
  <blkiotune><device><path>/dev/@@</path><weight>500</weight></device></blkiotune>
  <resource><partition>@@/@@</partition><fibrechannel appid='@@'/></resource>
  <sysinfo type='smbios'><system><entry name='serial'>@@</entry><entry name='family'>@@</entry></system></sysinfo>
  <sysinfo type='fwcfg'><entry name='opt/@@'>@@</entry><entry name='opt/org.@@/b' file='/srv/@@'/></sysinfo>
  <os>
    <type arch='x86_64' machine='q35'>hvm</type>
    <loader readonly='yes' type='pflash'>/srv/@@.fd</loader>
    <nvram template='@@/VARS.fd'>@@/vars.fd</nvram>
    <kernel>@@</kernel>
    <initrd>/boot/@@</initrd>
    <cmdline>@@ @@=@@</cmdline>
    <dtb>/boot/@@</dtb>
    <acpi><table type='slic'>/srv/@@</table></acpi>
  </os>
  <features><acpi/></features>
  <cpu><numa><cell id='0' cpus='0' memory='256' unit='MiB'/></numa></cpu>
  <throttlegroups><throttlegroup><group_name>@@</group_name><total_iops_sec>9</total_iops_sec></throttlegroup></throttlegroups>
  <seclabel type='static' model='selinux' relabel='yes'><label>@@:@@:@@:s0</label><imagelabel>@@</imagelabel></seclabel>
  <seclabel type='dynamic' model='dac'><baselabel>@@</baselabel></seclabel>
  <devices>
    <emulator>/opt/@@/qemu</emulator>
    @@
${more}
  </devices>
  <qemu:commandline>
    <qemu:arg value='-fw_cfg'/>
    <qemu:arg value='name=opt/org.@@/c,file=/srv/@@'/>
    <qemu:env name='TOKEN' value='@@'/>
  </qemu:commandline>
</domain>
`;

export interface Guest {
  readonly name: string;
  readonly text: string;
  readonly words: readonly string[];
}

/** One guest for each part, and one more that is wrong in each of its elements, so that all of its lines are shown. */
export const EVERYTHING: readonly Guest[] = Object.entries(PARTS).flatMap(([name, part]) => {
  const guest = worded(name, head(part));
  const wrong = guest.text.replace(/<([a-z]\w*)(?=[\s>/])/g, "<$1 odd='1'");
  return [guest, { ...guest, name: `${name}, with an attribute that nobody reads`, text: wrong }];
});

function worded(name: string, text: string): Guest {
  const words: string[] = [];
  const put = () => {
    words.push(`zq${words.length}w`);
    return words.at(-1) ?? '';
  };
  return { name, text: text.replace(/@@/g, put), words };
}
