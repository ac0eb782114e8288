// A line between a browser and the server that can be cut and mended, as the cable of an office can. Cut, it hangs up on
// whoever talks and lets nobody in.

import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Line {
  readonly port: number;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function layLine(serverPort: number): Promise<Line> {
  const ends = new Set<Socket>();
  let isCut = false;
  const keep = (end: Socket, other: Socket) => {
    ends.add(end);
    end.on('error', () => other.destroy());
    end.once('close', () => {
      ends.delete(end);
      other.destroy();
    });
  };
  const relay = createServer((browserEnd) => {
    if (isCut) {
      browserEnd.resetAndDestroy();
      return;
    }
    const serverEnd = connect(serverPort, '127.0.0.1');
    keep(browserEnd, serverEnd);
    keep(serverEnd, browserEnd);
    browserEnd.pipe(serverEnd);
    serverEnd.pipe(browserEnd);
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  relay.listen(0, '127.0.0.1', resolve);
  await promise;

  const hangUp = () => {
    for (const end of ends) end.destroy();
  };
  return {
    // Listening on a port, not on a path.
    port: (relay.address() as AddressInfo).port,
    cut: () => {
      isCut = true;
      hangUp();
    },
    mend: () => {
      isCut = false;
    },
    close: () => {
      const closed = Promise.withResolvers<void>();
      relay.close(() => closed.resolve());
      hangUp();
      return closed.promise;
    },
  };
}
