// A mail server in a process of its own, so that it can be killed: what it has said 250 to lies in its file, one line a
// transmission. `node mail-server.ts <port> <file>`; it says "ready" when it listens.

import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { SMTPServer } from 'smtp-server';

const [port = '0', file = ''] = process.argv.slice(2);
const mailbox = openSync(file, 'a');

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const mail = Buffer.concat(chunks).toString('utf8');
      const messageId = /^Message-ID: (\S+)/im.exec(mail)?.[1] ?? '';
      const to = session.envelope.rcptTo.map(({ address }) => address);
      writeSync(mailbox, `${JSON.stringify({ messageId, to, mail })}\n`);
      fsyncSync(mailbox);
      done();
    });
  },
});
server.on('error', () => undefined);
server.listen(Number(port), '127.0.0.1', () => process.stdout.write('ready\n'));
process.on('SIGTERM', () => server.close(() => closeSync(mailbox)));
