// People who look at the dashboard: lines that stay open and hear of every change. `{ port, tokens, count }` opens them,
// `{ count: 0 }` closes them; it answers with how many are joined.

import { io, type Socket } from 'socket.io-client';

export interface SocketTask {
  readonly port: number;
  readonly tokens: readonly string[];
  readonly count: number;
}

const open: Socket[] = [];

async function run({ port, tokens, count }: SocketTask): Promise<number> {
  for (const socket of open.splice(0)) socket.disconnect();
  const joined = Array.from({ length: count }, (_, index) => join(port, tokens[index % tokens.length] ?? ''));
  await Promise.all(joined);
  return open.length;
}

function join(port: number, token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = io(`http://127.0.0.1:${port}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { token },
    });
    open.push(socket);
    socket.once('connect_error', reject);
    socket.once('disconnect', (reason) => reject(new Error(`A socket was cut: ${reason}`)));
    socket.once('connect', () => {
      socket.emit('join-admin', {}, ({ joined }: { joined: boolean }) =>
        joined ? resolve() : reject(new Error('A socket was not let in.')),
      );
    });
  });
}

process.on('message', (task: SocketTask) => {
  run(task).then(
    (result) => process.send?.({ result }),
    (error: unknown) => process.send?.({ error: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
