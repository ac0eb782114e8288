import { crc32, deflateSync } from 'node:zlib';
import { passwordOf } from './cast.ts';
import { fill, fillDay, follow, optional, press, sees, title } from './controls.ts';
import type { Day } from './day.ts';

/** From an empty folder to a society, with the code that the terminal printed; in the reader's own language. */
export async function setUpTheSociety(day: Day): Promise<void> {
  const { words, cast, server } = day;
  const t = words.setup;
  const { setupCode } = server;
  if (setupCode === undefined) throw new Error('The server printed no set-up code.');

  // The machine in the office speaks English; whoever sets up chooses their own language on the first screen.
  const administrator = await day.comeIn('administrator', 'desk', { language: 'en' });
  const { page } = administrator;
  await administrator.open('/');
  if (day.language === 'hi') await press(page, 'हिन्दी');
  await title(page, words.member('notSetUp.title'));
  await administrator.look('010-not-set-up');
  await follow(page, words.member('notSetUp.begin'));

  const next = () => press(page, t('act.next'));
  await title(page, t('step.code'));
  await next();
  await sees(page, t('field.required'));
  await fill(page, t('code.label'), setupCode);
  await administrator.look('011-set-up-code');
  await next();

  await title(page, t('step.preset'));
  await administrator.look('012-set-up-preset');
  await next();

  await title(page, t('step.society'));
  await fill(page, t('society.name'), cast.society.name);
  await fill(page, optional(words, t('society.nameLocal')), cast.society.nameLocal);
  await fill(page, t('society.registrationNumber'), cast.society.registrationNumber);
  await fillDay(page, words, optional(words, t('society.registeredOn')), ['1', '4', '2020']);
  await fill(page, t('society.address'), cast.society.address);
  await fill(page, optional(words, t('society.phone')), '0135 2712345');
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: redSquare() });
  await page.getByRole('img', { name: t('society.logo') }).waitFor();
  await administrator.look('013-set-up-society');
  await next();

  await title(page, t('step.year'));
  await administrator.look('014-set-up-year');
  await next();

  await title(page, t('step.fees'));
  await sees(page, t('why.proposed'));
  await administrator.look('015-set-up-fees');
  await next();

  await title(page, t('step.shares'));
  await administrator.look('016-set-up-shares');
  await next();

  await title(page, t('step.administrator'));
  await fill(page, t('administrator.name'), cast.administrator);
  await fill(page, t('administrator.password'), passwordOf('admin'));
  await fill(page, t('administrator.repeat'), passwordOf('admin'));
  await administrator.look('017-set-up-administrator');
  await next();

  await title(page, t('summary.title'));
  await administrator.look('018-set-up-summary');
  await press(page, t('summary.act'));
  await title(page, t('first.title'));
  await administrator.look('019-set-up-done');
  await follow(page, t('first.act'));

  await title(page, words.staff('login.title'));
  await administrator.look('020-staff-log-in');
  await fill(page, words.staff('login.username'), 'admin');
  await fill(page, words.staff('login.password'), passwordOf('admin'));
  await press(page, words.staff('login.enter'));
  await title(page, words.staff('today.titleNone'));
  await sees(page, words.staff('line.live'));
  await administrator.look('021-today-of-the-first-morning');
}

/** A logo of 64 by 64 points in the colour of the house. */
function redSquare(): Buffer {
  const side = 64;
  const row = Buffer.concat([Buffer.of(0), Buffer.alloc(side * 3, Buffer.of(0x8f, 0x1d, 0x3f))]);
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
