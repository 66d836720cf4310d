// Pictures of every page and state, for people to look at: `node shots.mjs OUT`, with TRELLIS_DIST if it is elsewhere.
// `ONLY` picks scenes by name, `SIZES`, `THEMES` and `LOCALES` pick among those below.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openShared } from './browser.mjs';
import { SCENES } from './scenes.mjs';
import { Site } from './site.mjs';
import { Trellis } from './trellis.mjs';

const out = path.resolve(process.argv[2] ?? 'out');
const chosen = (name, all) => (process.env[name] ? process.env[name].split(',') : all);
const sizes = chosen('SIZES', ['1366x768', '390x844', '341x500']);
const themes = chosen('THEMES', ['light', 'dark', 'contrast']);
const locales = chosen('LOCALES', ['en', 'es']);
const only = new RegExp(process.env.ONLY ?? '');

await mkdir(out, { recursive: true });
const site = await Site.open();
const browser = await openShared();
const taken = [];
for (const locale of locales) for (const size of sizes) await walk(locale, size);
await writeFile(path.join(out, 'index.html'), index());
await browser.close();
await site.stop();
console.log(`${taken.length} pictures in ${out}`);

/** Through all scenes once, each in every theme. */
async function walk(locale, size) {
  const [width, height] = size.split('x').map(Number);
  const context = await browser.newContext({ viewport: { width, height }, locale, reducedMotion: 'reduce', acceptDownloads: true });
  const page = await context.newPage();
  const trellis = new Trellis(page, site.address);
  await trellis.open();
  for (const [place, scene] of SCENES.entries()) {
    await scene.go(trellis);
    await page.evaluate(() => document.fonts.ready.then(() => true));
    if (only.test(scene.name)) await shoot(page, [String(place).padStart(2, '0'), scene.name, size, locale]);
  }
  await context.close();
}

async function shoot(page, parts) {
  for (const theme of themes) {
    await page.evaluate((wanted) => document.documentElement.setAttribute('data-theme', wanted), theme);
    const name = `${[...parts, theme].join('-')}.png`;
    await page.screenshot({ path: path.join(out, name), fullPage: true });
    taken.push(name);
  }
}

function index() {
  const pictures = taken.sort().map((name) => `<figure><img src="${name}" loading="lazy"><figcaption>${name}</figcaption></figure>`);
  const style = 'body{display:flex;flex-wrap:wrap;gap:1rem;align-items:flex-start;font:14px sans-serif}img{max-width:480px;border:1px solid}';
  return `<!doctype html><meta charset="utf-8"><title>Trellis in pictures</title><style>${style}</style>${pictures.join('\n')}`;
}
