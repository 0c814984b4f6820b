/** Everything that says whose guest it is, each in the words of a place where libvirt takes it. */
export const PRIVATE = `<?xml version="1.0"?>
<!-- edited for Hooli by gavin -->
<domain type="qemu" xmlns:qemu="http://libvirt.org/schemas/domain/qemu/1.0">
  <name>payroll-db</name>
  <uuid>3f2a9d5c-7be1-4c02-9a55-d1e0c3b7a991</uuid>
  <genid>8c1de0aa-41f7-4e8b-b0de-77a91c52e6f0</genid>
  <title>Payroll of Hooli</title>
  <description>Ask gavin &amp; denpok
    before you stop it</description>
  <metadata>
    <hooli:owner xmlns:hooli="http://hooli.example/schema" mail="gavin@hooli.com">Gavin Belson</hooli:owner>
    <libosinfo:libosinfo xmlns:libosinfo="http://libosinfo.org/xmlns/libvirt/domain/1.0">
      <libosinfo:os id="http://debian.org/debian/12"/>
    </libosinfo:libosinfo>
  </metadata>
  <memory unit="MiB">256</memory>
  <vcpu>1</vcpu>
  <sysinfo type="smbios">
    <system>
      <entry name="serial">ASSET-77120</entry>
      <entry name="uuid">3f2a9d5c-7be1-4c02-9a55-d1e0c3b7a991</entry>
      <entry name="sku">HOOLI-SKU</entry>
    </system>
    <oemStrings><entry>hooli-license=QX77</entry></oemStrings>
  </sysinfo>
  <os>
    <type arch="x86_64" machine="pc-q35-7.2">hvm</type>
    <kernel>/srv/hooli/boot/vmlinuz</kernel>
    <cmdline>root=/dev/payrollvg/root hooli.token=s3cr3tt0ken</cmdline>
    <smbios mode="sysinfo"/>
  </os>
  <devices>
    <emulator>/usr/bin/qemu-system-x86_64</emulator>
    <disk type="file" device="disk">
      <driver name="qemu" type="qcow2"/>
      <source file="/srv/hooli/pay, roll.qcow2"/>
      <target dev="vda" bus="virtio"/>
      <serial>WD-WX41A99</serial>
      <alias name="ua-gavins-disk"/>
    </disk>
    <disk type="block" device="lun">
      <driver name="qemu" type="raw"/>
      <source dev="/dev/disk/by-id/wwn-0x5000c500a1b2c3d4"/>
      <target dev="sda" bus="scsi"/>
    </disk>
    <disk type="block" device="disk">
      <source dev="/dev/mapper/hoolivg-data"/>
      <target dev="sdb" bus="scsi"/>
      <wwn>5000c500feedbeef</wwn>
    </disk>
    <disk type="network" device="disk">
      <driver name="qemu" type="raw"/>
      <auth username="chapgavin"><secret type="iscsi" usage="hooli-chap"/></auth>
      <source protocol="iscsi" name="iqn.2019-03.com.hooli:payroll/3">
        <host name="san.hooli.com" port="3260"/>
        <initiator><iqn name="iqn.2019-03.com.hooli:client"/></initiator>
      </source>
      <target dev="vdb" bus="virtio"/>
    </disk>
    <disk type="network" device="disk">
      <source protocol="rbd" name="hoolipool/payimage"><host name="10.77.3.9" port="6789"/></source>
      <target dev="vdc" bus="virtio"/>
    </disk>
    <disk type="network" device="disk">
      <source protocol="nbd" name="hooliexport"><host name="fd00:77::9" port="10809"/></source>
      <target dev="vdd" bus="virtio"/>
    </disk>
    <disk type="dir" device="floppy">
      <driver type="fat"/>
      <source dir="/srv/hooli/floppy"/>
      <target dev="fda"/>
      <readonly/>
    </disk>
    <controller type="scsi" index="0" model="virtio-scsi"/>
    <interface type="bridge">
      <mac address="52:54:00:9a:b1:c7"/>
      <source bridge="hoolibr0"/>
      <model type="virtio"/>
    </interface>
    <interface type="network">
      <mac address="52:54:00:9a:b1:c8"/>
      <source network="hoolinet"/>
      <model type="virtio"/>
    </interface>
    <serial type="tcp"><source mode="connect" host="logs.hooli.com" service="4555"/><target port="0"/></serial>
    <serial type="file"><source path="/var/log/hooli/serial.log"/><target port="1"/></serial>
    <channel type="unix"><source mode="bind" path="/run/hooli/agent.sock"/><target type="virtio" name="org.qemu.guest_agent.0"/></channel>
    <graphics type="vnc" port="5907" listen="10.77.3.12"><listen type="address" address="10.77.3.12"/></graphics>
    <filesystem type="mount"><source dir="/home/gavin/share"/><target dir="hoolitag"/></filesystem>
    <rng model="virtio"><backend model="random">/dev/urandom</backend></rng>
  </devices>
  <qemu:commandline>
    <qemu:arg value="-fw_cfg"/>
    <qemu:arg value="name=opt/com.example,file=/home/gavin/ign.json"/>
    <qemu:arg value="-set"/>
    <qemu:arg value="device.payroll-db.serial=GAVINSERIAL"/>
    <qemu:env name="TOKEN" value="envs3cr3t"/>
  </qemu:commandline>
</domain>
`;

/** None of these may be in anything that is written. Case is not told apart. */
export const SECRETS = [
  'hooli',
  'gavin',
  'denpok',
  'belson',
  'payroll-db',
  'payroll of',
  'payrollvg',
  'pay, roll',
  'pay,, roll',
  'payimage',
  '3f2a9d5c',
  '8c1de0aa',
  'ASSET-77120',
  'QX77',
  's3cr3t',
  'WD-WX41A99',
  '5000c500a1b2c3d4',
  '5000c500feedbeef',
  '10.77.3',
  'fd00:77',
  '9a:b1:c',
];
