import { test } from 'vitest';
import { createTestApp } from '../../apps/server/src/platform/http/test-app.ts';
test('x', async () => {
  const s = await createTestApp([]);
  const r = await s.inject({ url: '/api/docs' });
  console.log(r.statusCode, r.headers.location, r.body.slice(0,300)); console.log(s.logged.filter(l=>l.includes('"err"')).join('\n'));
  const q = await s.inject({ url: '/api/docs/' });
  console.log(q.statusCode, q.body.slice(0,600)); 
  console.log(s.logged.filter(l=>l.includes("err")).join("\n")); await s.close();
});
