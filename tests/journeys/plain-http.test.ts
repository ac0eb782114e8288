import { expect, test } from 'vitest';
import { walkOverPlainHttp } from './plain-http.ts';
import { picturesOf } from './society-day/day.ts';

test('over plain HTTP, under the name of another machine, a cashier logs in and takes a receipt', async () => {
  expect(await walkOverPlainHttp({ port: 3155, webPort: 8155, pictures: picturesOf('plain-http') })).toEqual([]);
});
