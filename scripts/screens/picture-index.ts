// The page on which all pictures lie side by side, by reader and screen, with a choice of width, theme and language.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { READERS, SCREENS } from './screen-list.ts';

/** Where a picture lies below the folder of all of them. */
export const pictureFile = (reader: string, name: string, width: number, theme: string, language: string) =>
  `${reader}/${name}-${width}-${theme}-${language}.png`;

export function writeIndex(folder: string): void {
  const rows = READERS.map((reader) => {
    const figures = SCREENS.filter(({ readers }) => readers.includes(reader)).map(
      ({ name }) =>
        `<figure data-picture="${reader}/${name}"><figcaption>${reader} · ${name}</figcaption><a><img loading="lazy" alt="${name}"></a></figure>`,
    );
    return `<section><h2>${reader}</h2>${figures.join('\n')}</section>`;
  });
  writeFileSync(join(folder, 'index.html'), `${HEAD}${rows.join('\n')}${FOOT}`);
}

const choice = (name: string, values: readonly string[]) =>
  `<label>${name} <select id="${name}">${values.map((value) => `<option>${value}</option>`).join('')}</select></label>`;

const HEAD = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Screens of Kafal</title><style>
body { font: 14px system-ui, sans-serif; margin: 16px; background: #777; color: #fff }
header { position: sticky; top: 0; background: #555; padding: 8px; display: flex; gap: 16px }
section { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }
h2 { flex-basis: 100% } figure { margin: 0 } img { max-width: 720px; border: 1px solid #333 }
</style></head><body><header>${choice('width', ['360', '768', '1440'])}${choice('theme', ['light', 'dark'])}${choice('language', ['en', 'hi'])}</header>
`;

const FOOT = `
<script>
const choices = [...document.querySelectorAll('select')];
const show = () => {
  const dress = choices.map(({ value }) => value).join('-');
  for (const figure of document.querySelectorAll('figure')) {
    const file = figure.dataset.picture + '-' + dress + '.png';
    figure.querySelector('img').src = file;
    figure.querySelector('a').href = file;
  }
};
for (const choice of choices) choice.addEventListener('change', show);
show();
</script></body></html>
`;
