// What was learned stays: offline, in a file, in two tabs; and goes when it is erased.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, test } from 'node:test';
import { holders, keyFile, wipe } from './disk.mjs';
import { stage, stageOnDisk } from './harness.mjs';
import { answers, records } from './progress-file.mjs';
import { releaseFiles, releaseMap } from './site.mjs';
import { words } from './words.mjs';

const story = stage();
const storyOnDisk = stageOnDisk();

/** A learner with a few answers behind them. */
async function practised(visit, questions = 4) {
  const trellis = await visit();
  await trellis.begin();
  for (let number = 0; number < questions; number += 1) {
    await trellis.muddleThrough();
    await trellis.next();
  }
  await trellis.saved();
  return trellis;
}

describe('offline', () => {
  test('after the first visit it opens and practises without its host', story({}, async ({ visit, site, watch }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.saved();
    await underControl(trellis);
    watch.allow(/ERR_CONNECTION_REFUSED|Failed to fetch|Failed to update a ServiceWorker/);
    await site.stop();
    await trellis.reload();
    await trellis.muddleThrough();
    await trellis.saved();
    await trellis.next();
    const state = await trellis.state();
    await trellis.page.close();
    const again = await visit();
    assert.equal(await again.state(), state);
    await again.at('language').click();
    await again.go('#/practice');
    await again.question();
    assert.equal(await again.at('check').innerText(), words('check', 'es'), 'the other language is there as well');
  }));
});

describe('the network', () => {
  test('after it has loaded, only files of the release are asked for, and nothing is sent', story({}, async ({ visit, site }) => {
    const trellis = await visit();
    await trellis.begin();
    await underControl(trellis);
    const loaded = site.asked.length;
    for (let number = 0; number < 3; number += 1) {
      await trellis.muddleThrough();
      await trellis.next();
    }
    await trellis.state();
    await trellis.export();
    const later = site.asked.slice(loaded);
    const files = releaseFiles();
    assert.deepEqual(later.filter(({ method, url }) => method !== 'GET' || !files.has(url.slice(1))), []);
    assert.ok(site.asked.every(({ url, cookie }) => !url.includes('?') && !cookie));
  }));
});

describe('the progress file', () => {
  test('brings everything back after a wipe: same record, same recommendation, same state', story({}, async ({ visit, context }) => {
    const trellis = await practised(visit);
    const state = await trellis.state();
    const recommendation = await trellis.recommendation();
    const file = await trellis.export();
    assert.match(file.name, /^trellis-\d{4}-\d{2}-\d{2}\.trellis$/);
    await wipe(context, trellis);

    await trellis.open();
    await trellis.shows('welcome');
    await trellis.choose(file.bytes, file.name);
    await trellis.press(words('preview-yes'));
    await trellis.saved();
    assert.equal(await trellis.state(), state);
    assert.equal(await trellis.recommendation(), recommendation);
    assert.deepEqual(answers((await trellis.export()).bytes), answers(file.bytes));
    await trellis.reload();
    assert.equal(await trellis.state(), state);
  }));

  test('means the same outside the browser: the native state is the page\'s', story({}, async ({ visit }) => {
    const trellis = await practised(visit, 3);
    const state = await trellis.state();
    const { file } = await trellis.export();
    assert.match(replayed(file), new RegExp(`^state ${state} after \\d+ facts$`));
  }));

  test('opened twice adds nothing the second time, and never replaces what is here', story({}, async ({ visit }) => {
    const trellis = await practised(visit, 2);
    const early = await trellis.export();
    await trellis.go('#/practice');
    await trellis.muddleThrough();
    await trellis.saved();
    const state = await trellis.state();
    await trellis.choose(early.bytes);
    await trellis.at('preview').waitFor();
    assert.match(await trellis.at('preview').innerText(), /Everything in it is here already/);
    assert.equal(await trellis.state(), state);
  }));

  test('two devices become one record, whichever way round', story({}, async ({ visit, context }) => {
    const first = await practised(visit, 2);
    const start = await first.export();
    await first.go('#/practice');
    await first.muddleThrough();
    await first.saved();
    const here = await first.export();
    await wipe(context, first);
    await first.open();
    await first.choose(start.bytes);
    await first.press(words('preview-yes'));
    await first.saved();
    await first.go('#/practice');
    await first.muddleThrough();
    await first.saved();
    await first.go('#/settings');
    await first.choose(here.bytes);
    await first.press(words('preview-yes'));
    await first.at('result').waitFor();
    const united = await first.export();
    const all = new Set(answers(united.bytes));
    for (const answer of answers(here.bytes)) assert.ok(all.has(answer), `${answer} is there`);
    assert.equal(records(united.bytes).length, new Set(records(united.bytes).map((r) => `${r.w} ${r.n}`)).size);
  }));
});

describe('two tabs', () => {
  test('answering in turn lose nothing', story({}, async ({ visit }) => {
    const one = await practised(visit, 1);
    const two = await visit('#/practice');
    const given = [];
    for (let turn = 0; turn < 4; turn += 1) {
      for (const tab of [one, two]) {
        await tab.page.bringToFront();
        given.push((await tab.question()).id);
        await tab.muddleThrough();
        await tab.saved();
        await tab.next();
      }
    }
    await one.page.close();
    await two.reload();
    const kept = answers((await two.export()).bytes);
    for (const id of new Set(given)) {
      const here = kept.filter((answer) => answer.startsWith(`${id}#1 `)).length;
      assert.equal(here, given.filter((other) => other === id).length, `every first try at ${id} is kept`);
    }
  }));

  test('answering at once lose nothing, and end in the same state', story({}, async ({ visit }) => {
    const one = await practised(visit, 1);
    const two = await visit('#/practice');
    const work = async (tab) => {
      let given = 0;
      for (let turn = 0; turn < 4; turn += 1, given += 1) {
        await tab.muddleThrough();
        await tab.next();
      }
      await tab.saved();
      return given;
    };
    const before = answers((await one.export()).bytes).filter((answer) => answer.includes('#1 ')).length;
    await one.go('#/practice');
    const given = (await Promise.all([work(one), work(two)])).reduce((sum, count) => sum + count);
    await one.reload();
    await two.reload();
    assert.equal(await one.state(), await two.state());
    const kept = answers((await one.export()).bytes).filter((answer) => answer.includes('#1 ')).length;
    assert.equal(kept, before + given);
  }));
});

describe('a newer release', () => {
  test('waits, is told, interrupts nothing, and begins when the learner says so', story({}, async ({ visit, site }) => {
    const trellis = await visit();
    await trellis.begin();
    await underControl(trellis);
    await trellis.find();
    const { id } = await trellis.question();
    await trellis.at('answer').fill('1');
    site.lie(/^sw\.js$/, (body) => body.toString().replace(/"version":"\w+"/, '"version":"feedfeedfeedfeed"'));
    const caches = () => trellis.page.evaluate(async () => (await globalThis.caches.keys())
      .filter((name) => name.startsWith('trellis ')).map((name) => name.split(' ').at(-1)));
    await trellis.page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => true));
    await trellis.page.getByText(words('note-update-title')).waitFor();
    assert.equal((await trellis.question()).id, id, 'the question is still there');
    assert.equal(await trellis.at('answer').inputValue(), '1', 'and what was typed');
    assert.equal((await caches()).length, 2, 'both releases are whole');

    // The page that was pressed on is gone before anybody could wait for it to settle.
    const beginAnew = async () => {
      await trellis.page.getByText(words('note-update-title')).waitFor();
      await trellis.still();
      await Promise.all([
        trellis.page.waitForEvent('load'),
        trellis.page.getByRole('button', { name: words('note-update-now'), exact: true }).first().click(),
      ]);
    };
    const second = await visit('#/settings');
    await trellis.page.bringToFront();
    await beginAnew();
    await trellis.ready();
    assert.equal((await caches()).length, 2, 'with a second page open it waits on');
    await second.page.close();
    await beginAnew();
    await trellis.ready();
    await trellis.question();
    assert.deepEqual(await caches(), ['feedfeedfeedfeed'], 'the older one is gone');
  }));
});

describe('several learners', () => {
  test('each keeps a record of their own, and the next one chooses', story({}, async ({ visit }) => {
    const trellis = await practised(visit, 1);
    const state = await trellis.state();
    await trellis.go('#/learners');
    await trellis.at('learner-add').click();
    await trellis.shows('welcome');
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.saved();
    assert.notEqual(await trellis.state(), state);
    await trellis.page.close();
    const later = await visit();
    await later.shows('learners');
    assert.equal(await later.all('learner').count(), 2);
    const states = [];
    for (const place of [0, 1]) {
      await later.go('#/learners');
      await later.all('learner').nth(place).click();
      await later.shows('home');
      states.push(await later.state());
    }
    assert.ok(states.includes(state));
    assert.notEqual(states[0], states[1]);
  }));
});

describe('erasing', () => {
  test('nothing of a learner can be found on the disk, before or after; the key goes for good', storyOnDisk(async ({ open }) => {
    const marker = 'Zanzibarquux';
    const first = await open();
    const profile = first.profile;
    const trellis = await practised(first.visit, 2);
    await trellis.go('#/settings');
    await trellis.at('nickname').fill(marker);
    await trellis.press(words('settings-nickname-save'));
    await trellis.saved();
    await trellis.page.waitForTimeout(500);
    const key = await keyOf(trellis);
    const text = [Buffer.from(marker), Buffer.from(marker, 'utf16le')];
    assert.deepEqual(await holders(profile, text), [], 'the name is nowhere readable');
    assert.notDeepEqual(await holders(profile, [key]), [], 'the search finds a key that is there');
    first.watch.check();

    await trellis.at('erase').click();
    await trellis.at('erase-confirm').waitFor();
    assert.notDeepEqual(await holders(profile, [key]), [], 'asking is not erasing');
    await trellis.press(words('erase-yes'));
    await trellis.page.getByText(words('erase-done')).waitFor();
    await trellis.shows('welcome');
    await trellis.reload();
    await trellis.shows('welcome');
    first.watch.check();
    await first.context.close();
    assert.deepEqual(await holders(profile, [key, ...text]), [], 'neither key nor name is left');
    await first.close();
  }));
});

async function underControl(trellis) {
  await trellis.page.evaluate(() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller
    ?? new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))).then(() => true));
}

/** The last line of the researcher's replay. */
function replayed(file) {
  const root = path.resolve(import.meta.dirname, '../..');
  const words = ['run', '--quiet', '--locked', '--no-default-features', '--features', 'tools', '--bin', 'lab', '--'];
  const out = execFileSync('cargo', [...words, 'replay', file, '--map', releaseMap().file], { cwd: root, encoding: 'utf8' });
  return out.trimEnd().split('\n').at(-1);
}

/** The bytes of the open learner's key, as the browser keeps them. */
async function keyOf(trellis) {
  const bytes = await keyFile(trellis);
  assert.equal(bytes.length, 36, 'a key of 32 bytes and its checksum');
  return bytes.subarray(0, 32);
}
