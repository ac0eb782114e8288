// The comparator of the search: what Fastify and the index alone can answer on this machine. One prepared statement, its
// rows as JSON, and nothing around it; which statement answers which search is known beforehand.

import { DatabaseSync } from 'node:sqlite';
import fastify from 'fastify';

const [file = ''] = process.argv.slice(2);
const database = new DatabaseSync(file, { readOnly: true });
database.exec('PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000');

const FOUND = 'm.id, m.number, m.name, m.nameLocal, m.phone, m.locality, m.status';
const statement = (condition: string) =>
  database.prepare(
    `SELECT ${FOUND} FROM member_search s CROSS JOIN member m ON m.id = s.memberId
     WHERE s.kind = ? AND ${condition} ORDER BY s.term, s.memberId LIMIT 8`,
  );
const statements: Readonly<Record<string, ReturnType<typeof statement>>> = {
  whole: statement('s.term = ?'),
  beginning: statement('s.term >= ? AND s.term < ?'),
  beside: statement('s.term >= ? AND s.term < ? AND instr(s.words, ?) > 0'),
};

const app = fastify();
app.get('/', async (request) => {
  const query = new URL(request.url, 'http://raw').searchParams;
  return { members: statements[query.get('by') ?? '']?.all(...query.getAll('with')) };
});
await app.listen({ port: 0, host: '127.0.0.1' });
const address = app.server.address();
process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
process.on('disconnect', () => process.exit(0));
