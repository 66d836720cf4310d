// The wording of the app, read from its own locale files, so that a story names a sentence and never copies it.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../locale');
const read = (locale) => {
  const lines = readFileSync(path.join(folder, `${locale}.ftl`), 'utf8').split('\n');
  return new Map(lines.flatMap((line) => {
    const found = /^([\w-]+) = (.+)$/.exec(line);
    return found ? [[found[1], found[2]]] : [];
  }));
};
const known = { en: read('en'), es: read('es') };

/** A sentence without placeholders. */
export function words(id, locale = 'en') {
  const text = known[locale].get(id);
  if (text === undefined) throw new Error(`there are no words ${id} in ${locale}`);
  return text;
}
