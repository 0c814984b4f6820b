import type { PlannedTls } from './chardev';
import type { Planned } from './planned';

/** Where viewers come in. */
export type GraphicsListen =
  | {
      readonly type: 'tcp';
      readonly address: string;
      readonly port: number;
      readonly to?: number | undefined;
    }
  | { readonly type: 'socket'; readonly path: string }
  | { readonly type: 'none' };

export interface PlannedGraphics extends Planned<'graphics'> {
  readonly listen: GraphicsListen;
  /** vnc: the websocket's port, -1 for one of QEMU's choice. */
  readonly websocket?: number | undefined;
  /** spice. */
  readonly tlsPort?: number | undefined;
  readonly x509Dir?: string | undefined;
  readonly noTicket?: boolean | undefined;
  readonly seamlessMigration?: boolean | undefined;
  readonly tls?: PlannedTls | undefined;
  readonly sasl?: boolean | undefined;
  /** A password will be asked for; it is set over the monitor, never on the command line. */
  readonly password?: boolean | undefined;
  readonly audiodev?: string | undefined;
  readonly rendernode?: string | undefined;
  /** dbus: where the bus is; that of the session where undefined. */
  readonly busAddress?: string | undefined;
}
