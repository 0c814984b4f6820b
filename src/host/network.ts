import type { HostFacts, HostNetwork, HostNetworkPort, Lookup } from './facts';

/** What `<source network=>` stands for: the network, and its port where the source is written `NETWORK;PORT`. */
export interface NetworkSource {
  readonly network: HostNetwork;
  readonly port?: HostNetworkPort | undefined;
}

export function networkByName(facts: HostFacts, source: string): Lookup<NetworkSource> {
  if (facts.networks === undefined) return 'unknown';
  const [name, portName] = source.split(';', 2);
  const network = facts.networks.find((known) => known.name === name);
  if (network === undefined) return 'absent';
  return { network, port: facts.networkPorts?.find((port) => port.name === portName) };
}
