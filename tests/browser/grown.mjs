// A record as it is after years, and how long a page needs to open it. For `cargo xtask chaos` and to look at alone.
import { createHash } from 'node:crypto';
import { crc32, gzipSync } from 'node:zlib';
import { forget, newProfile, openBrowser } from './browser.mjs';
import { releaseMap, Site } from './site.mjs';
import { Trellis } from './trellis.mjs';
import { words } from './words.mjs';

const DAY = 86_400_000;

/** A progress file with so many answers, some eighteen a day, in sittings of one writer each. */
export function grownFile(count, end = Date.now() - DAY) {
  const skills = releaseMap().map.skills.filter((skill) => skill.items.length > 0);
  const [aDay, days] = [18, Math.ceil(count / 18)];
  const lines = [];
  const heads = {};
  for (let day = 0; day < days; day += 1) {
    const writer = createHash('sha256').update(`sitting ${day}`).digest('hex').slice(0, 24);
    let link = '0'.repeat(32);
    for (let n = 0; n < aDay && lines.length < count; n += 1) {
      const ms = Math.round(end - (days - day) * DAY * 0.9 + n * 40_000);
      const json = JSON.stringify({ v: 1, w: writer, n, h: [ms, 0], c: [ms, -300], p: link, e: answer(skills, lines.length) });
      link = createHash('sha256').update(json).digest('hex').slice(0, 32);
      lines.push(`${checksum(json)} ${json}\n`);
      heads[writer] = [n, link];
    }
  }
  const body = lines.join('');
  const head = JSON.stringify({ learner: '0123456789abcdef01234567', created: [end, -300] });
  const foot = JSON.stringify({ count: lines.length, sha256: createHash('sha256').update(body).digest('hex'), heads });
  return gzipSync(`TRELLIS-PROGRESS 1 ${checksum(head)} ${head}\n${body}END ${checksum(foot)} ${foot}\n`);
}

function answer(skills, number) {
  // Some time with one skill, then the next, and round again.
  const skill = skills[Math.floor(number / 9) % skills.length];
  const entry = skill.items[number % skill.items.length];
  const right = number % 5 !== 3;
  return {
    kind: 'answered', item: entry.item, level: entry.level, seed: number, rev: 1, pack: '0123456789abcdef',
    skill: skill.id, response: right ? '3/4' : '7/12', attempt: 1, right, rules: right ? undefined : ['adds-denominators'],
    hints: number % 11 === 0 ? 1 : 0, options: entry.options, ms: 9_000 + (number % 40) * 700, locale: 'en',
  };
}

const checksum = (json) => crc32(json).toString(16).padStart(8, '0');

/** Waits until the snapshot of the record lies beside it. (A browser-side wait takes a promise for a yes.) */
export async function snapshot(page) {
  const there = () => page.evaluate(() => new Promise((done, failed) => {
    const opening = indexedDB.open('trellis');
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const keys = opening.result.transaction('desk').objectStore('desk').getAllKeys();
      keys.onsuccess = () => {
        opening.result.close();
        done(keys.result.some((key) => key.endsWith('/snapshot')));
      };
    };
  }));
  for (let tries = 0; tries < 240; tries += 1) {
    if (await there()) return;
    await page.waitForTimeout(500);
  }
  throw new Error('no snapshot in two minutes');
}

/** Runs in the page: notes when its first page of a record has been painted, in milliseconds since the navigation began. */
function noteHome() {
  const watcher = new MutationObserver(() => {
    if (!document.querySelector('main[data-page="home"]')) return;
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => { globalThis.homeAt = performance.now(); }));
  });
  watcher.observe(document, { subtree: true, childList: true, attributeFilter: ['data-page'] });
}

/**
 * Takes the file in, and opens the page `times` times, each in a new browser: milliseconds from the navigation until its first
 * page was painted, as the page itself saw it. `rest`: how long the browser was given to start before that; its own start
 * is no part of opening a page, but whoever is quick meets both at once.
 */
export async function openingTimes(count, times, { switches = [], rest = 1_000 } = {}) {
  const site = await Site.open();
  const profile = await newProfile();
  try {
    const file = grownFile(count);
    const first = await openBrowser({ profile, switches, reducedMotion: 'reduce' });
    const trellis = new Trellis(first.context.pages()[0], site.address);
    await trellis.open();
    await trellis.choose(file);
    await trellis.page.getByRole('button', { name: words('preview-yes'), exact: true }).first().click({ timeout: 60_000 });
    await trellis.page.waitForSelector('[data-test="saved"].is-saved', { timeout: 180_000 });
    if (count >= 1_000) await snapshot(trellis.page);
    // From the second day on a page comes from the service worker, and nothing is installed beside it.
    await trellis.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await first.context.close();
    const seen = [];
    for (let turn = 0; turn < times; turn += 1) {
      const { context } = await openBrowser({ profile, switches, reducedMotion: 'reduce' });
      const again = new Trellis(context.pages()[0], site.address);
      await context.addInitScript(noteHome);
      await again.page.waitForTimeout(rest);
      await again.open('#/', false);
      await again.page.waitForFunction(() => globalThis.homeAt > 0, null, { timeout: 60_000 });
      seen.push(Math.round(await again.page.evaluate(() => globalThis.homeAt)));
      await context.close();
    }
    return seen;
  } finally {
    await site.stop();
    await forget(profile);
  }
}

if (import.meta.filename === process.argv[1]) {
  const [count = 65_000, times = 5, rest] = process.argv.slice(2).map(Number);
  console.log((await openingTimes(count, times, { rest })).join(' ms, '), 'ms');
}
