import { fact, type PropertyTable } from './facts';

/** What any option takes that reaches another machine, or opens a secret (QEMU qapi/sockets.json, qapi/crypto.json). */
export const SERVER_PROPERTIES: PropertyTable = {
  '-object data': fact('the secret, encrypted with the master key'),
  '-object keyid': fact('the secret that it is encrypted with'),
  '-object iv': fact('the initialization vector of its encryption'),
  '-object format': fact('how the secret is written: raw or base64'),
  '-object dir': fact('the folder of the certificates', undefined, "as libvirt's qemu.conf has it"),
  '-object endpoint': fact('which end of the TLS connection this is'),
  '-object verify-peer': fact(
    'the other end must show a certificate',
    undefined,
    "as libvirt's qemu.conf has it",
  ),
  '-object passwordid': fact(
    'the secret that opens the private key',
    undefined,
    "as libvirt's qemu.conf has it",
  ),
  'tls-creds': fact('the certificates of the connection'),
  'tls-hostname': fact('the name that the certificate must have', 'source/@tlsHostname'),
  '-add-fd set': fact('the set that /dev/fdset/N names'),
  '-add-fd fd': fact('an open descriptor of the caller'),
  '-add-fd opaque': fact('what it is for, in words'),
  'server.type': fact('how the server is reached: inet or unix', ['source/host/@transport', 'source/host']),
  'server.host': fact('the server', 'source/host/@name'),
  'server.port': fact('its port', 'source/host/@port', 'the usual one of the protocol'),
  'server.path': fact('its socket', 'source/host/@socket'),
  'server.socket': fact('its socket', 'source/host/@socket'),
};
