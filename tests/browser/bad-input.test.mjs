// Whatever comes in broken: a clear sentence, a next step, and nothing lost.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { INSECURE_HOST } from './browser.mjs';
import { DAY, stage } from './harness.mjs';
import { answers, newer, unzip } from './progress-file.mjs';
import { words } from './words.mjs';

const story = stage();
/** In every copy that the device has; settings say how many those are. */
const KEPT = '[data-test="saved"].is-saved, [data-test="saved"].is-one-copy';
/** Without a service worker every file comes from the site, as on a first visit. */
const FIRST_VISIT = { serviceWorkers: 'block' };

async function practised(trellis, questions = 2) {
  await trellis.begin();
  for (let number = 0; number < questions; number += 1) {
    await trellis.muddleThrough();
    await trellis.next();
  }
}

describe('a part of the app that does not come', () => {
  test('the keeper of records: the page says so, and goes on by itself once it can be had', story(FIRST_VISIT, async ({ visit, site, watch }) => {
    watch.allow(/HTTP status code is not ok|Failed to load resource/);
    site.lie(/split_records/, () => 503);
    const trellis = await visit('#/', { wait: false });
    await trellis.shows('trouble');
    assert.match(await trellis.text(), new RegExp(words('trouble-page-title')));
    site.honest();
    await trellis.shows('welcome');
    await practised(trellis);
    await trellis.page.waitForSelector(KEPT);
  }));

  test('a later page: said in words, and another look at it finds it', story(FIRST_VISIT, async ({ visit, site, watch }) => {
    watch.allow(/HTTP status code is not ok|Failed to load resource/);
    site.lie(/split_pages/, () => 503);
    const trellis = await visit();
    await trellis.go('#/settings');
    await trellis.shows('trouble');
    site.honest();
    await trellis.go('#/');
    await trellis.go('#/settings');
    await trellis.shows('settings');
  }));
});

describe('a disk that is slow', () => {
  test('an answer that the database takes later than the page waits is told as it is, and is there in the end', story({}, async ({ visit }) => {
    const trellis = await visit();
    await practised(trellis);
    await trellis.saved();
    // Somebody else holds the database for longer than a write may take.
    await trellis.page.evaluate(() => new Promise((held, failed) => {
      const opening = indexedDB.open('trellis');
      opening.onerror = failed;
      opening.onsuccess = () => {
        const objects = opening.result.transaction('chunks', 'readwrite').objectStore('chunks');
        globalThis.holding = true;
        const hold = () => { if (globalThis.holding) objects.get('nothing').onsuccess = hold; else opening.result.close(); };
        hold();
        held();
      };
    }));
    await trellis.muddleThrough();
    await trellis.page.waitForTimeout(4000);
    assert.equal(await trellis.all('saved').and(trellis.page.locator('.is-saved')).count(), 0, 'not called saved meanwhile');
    await trellis.page.evaluate(() => { globalThis.holding = false; });
    await trellis.saved();
    await trellis.next();
    await trellis.muddleThrough();
    await trellis.page.waitForSelector(KEPT);
    const state = await trellis.state();
    await trellis.reload();
    assert.equal(await trellis.state(), state, 'nothing of it was lost');
  }));
});

describe('a progress file', () => {
  test('that was cut gives what can be read, and says how much that is', story({}, async ({ visit }) => {
    const { trellis, file, total } = await withFile(visit);
    const text = unzip(file.bytes).toString();
    const lines = text.split('\n');
    const kept = 3;
    await anew(trellis, lines.slice(0, 1 + kept).join('\n').concat('\n', lines[1 + kept].slice(0, 40)));
    const said = await preview(trellis);
    assert.match(said, /damaged/);
    assert.match(said, new RegExp(`\\b${kept}\\b`));
    await trellis.press(words('preview-yes'));
    await trellis.saved();
    assert.equal(await entries(trellis), kept);
    assert.ok(total > kept);
    // A whole copy brings the rest.
    await trellis.choose(file.bytes);
    await trellis.press(words('preview-yes'));
    await trellis.at('result').waitFor();
    assert.equal(await entries(trellis), total);
  }));

  test('with a flipped byte gives all lines but one', story({}, async ({ visit }) => {
    const { trellis, file, total } = await withFile(visit);
    const bytes = Buffer.from(unzip(file.bytes));
    const start = bytes.indexOf('\n', bytes.indexOf('\n') + 1) + 60;
    bytes[start] ^= 0x01;
    await anew(trellis, bytes);
    assert.match(await preview(trellis), new RegExp(`\\b${total - 1} of ${total}\\b`));
    await trellis.press(words('preview-yes'));
    await trellis.saved();
    assert.equal(await entries(trellis), total - 1);
  }));

  test('whose compression is broken is refused in words', story({}, async ({ visit }) => {
    const { trellis, file } = await withFile(visit);
    const bytes = Buffer.from(file.bytes);
    await anew(trellis, bytes.subarray(0, Math.floor(bytes.length / 2)));
    assert.notEqual((await told(trellis)).trim(), '');
    bytes[Math.floor(bytes.length / 2)] ^= 0xff;
    await trellis.choose(bytes);
    assert.notEqual((await told(trellis)).trim(), '');
  }));

  for (const [what, bytes] of [
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a text', Buffer.from('Dear diary,\nwhat a day.\n')],
    ['nothing at all', Buffer.alloc(0)],
    ['ten million zeros', Buffer.alloc(10_000_000)],
  ]) {
    test(`that is ${what} is refused in words, and the record stays`, story({}, async ({ visit }) => {
      const trellis = await visit();
      await practised(trellis, 1);
      await trellis.saved();
      const state = await trellis.state();
      await trellis.choose(bytes, 'file.trellis');
      await trellis.at('result').waitFor();
      const said = await trellis.at('result').innerText();
      assert.ok([words('import-not-ours'), words('import-empty')].some((sentence) => said.includes(sentence)), said);
      assert.equal(await trellis.state(), state);
    }));
  }

  test('of a newer Trellis gives what this one understands, and says to keep the file for the rest', story({}, async ({ visit }) => {
    const { trellis, file, total } = await withFile(visit);
    await anew(trellis, newer(file.bytes));
    const said = await preview(trellis);
    assert.ok(said.includes(words('preview-newer')), said);
    assert.doesNotMatch(said, /damaged/);
    assert.doesNotMatch(said, /here already/, 'on a device that has nothing');
    await trellis.press(words('preview-yes'));
    await trellis.settled();
    await trellis.go('#/settings');
    // A record of a newer release would make the whole log read-only here, so it stays in its file.
    await trellis.page.waitForFunction((count) => document.body.innerText.includes(`${count} entries`), total);
    const given = unzip((await trellis.export()).bytes).toString();
    assert.deepEqual(answers(Buffer.from(given)), answers(file.bytes));
  }));

  test('offered on the welcome page and refused leaves the welcome page', story({}, async ({ visit }) => {
    const { trellis, file } = await withFile(visit);
    await anew(trellis, file.bytes);
    await trellis.press(words('preview-no'));
    await trellis.shows('welcome');
    await trellis.reload();
    await trellis.shows('welcome');
  }));
});

describe('a browser that keeps', () => {
  const noDatabase = () => {
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
  };
  const failingDatabase = () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (name) {
      const request = open.call(this, `${name}${Math.random()}`, 1);
      request.addEventListener('upgradeneeded', (event) => {
        event.stopImmediatePropagation();
        request.transaction.abort();
      });
      return request;
    };
  };
  const noFiles = () => { delete StorageManager.prototype.getDirectory; };
  const refusedFiles = () => {
    const Real = Worker;
    globalThis.Worker = class extends Real {
      postMessage(message) {
        setTimeout(() => this.onmessage?.({ data: { id: message.id, error: { name: 'SecurityError', message: 'no' } } }));
      }
    };
  };

  for (const [what, before] of [
    ['no database', noDatabase], ['no database, noticed late', failingDatabase], ['no files', noFiles], ['no files, noticed late', refusedFiles],
  ]) {
    test(`${what}: one copy, said honestly, and it lasts`, story({}, async ({ visit }) => {
      const trellis = await visit('#/', { before });
      await practised(trellis);
      await trellis.page.waitForSelector(KEPT);
      const state = await trellis.state();
      assert.ok((await trellis.text()).includes(words('keep-one')));
      await trellis.reload();
      await trellis.shows('settings');
      assert.equal(await trellis.state(), state);
      assert.ok(answers((await trellis.export()).bytes).length > 0);
    }));
  }

  test('nothing at all (a private window): it says so, works, and the file saves the day', story({}, async ({ visit }) => {
    const trellis = await visit('#/', { before: () => {
      delete StorageManager.prototype.getDirectory;
      IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
    } });
    await practised(trellis);
    await trellis.page.waitForSelector('[data-test="saved"].is-not-saved');
    const said = await trellis.text();
    assert.ok(said.includes(words('note-unavailable')), said);
    const state = await trellis.state();
    const file = await trellis.export();
    assert.ok(answers(file.bytes).length > 0, 'everything is in the file');
    await trellis.page.close();
    const better = await visit();
    await better.choose(file.bytes);
    await better.press(words('preview-yes'));
    await better.saved();
    assert.equal(await better.state(), state);
  }));

  test('no settings of its own (localStorage and sessionStorage throw): it opens and keeps answers all the same', story({}, async ({ visit }) => {
    const trellis = await visit('#/', { before: () => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(globalThis, name, { get() { throw new DOMException('no', 'SecurityError'); } });
      }
    } });
    await practised(trellis);
    await trellis.saved();
    const state = await trellis.state();
    await trellis.reload();
    assert.equal(await trellis.state(), state);
  }));

  test('what it is given until its database fails: one copy from then on, nothing lost', story({}, async ({ visit }) => {
    const trellis = await visit('#/', { before: () => {
      const put = IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = function (...given) {
        if (globalThis.full) throw new DOMException('full', 'QuotaExceededError');
        return put.apply(this, given);
      };
    } });
    await practised(trellis, 1);
    await trellis.saved();
    await trellis.page.evaluate(() => { globalThis.full = true; });
    await trellis.muddleThrough();
    await trellis.page.waitForSelector('[data-test="saved"].is-one-copy');
    const state = await trellis.state();
    await trellis.reload();
    assert.equal(await trellis.state(), state);
  }));

  test('one copy, not encrypted, on an address that is not secure: it says so first', story({}, async ({ visit, watch }) => {
    watch.allow(/Cross-Origin-Opener-Policy header has been ignored/);
    const trellis = await visit('#/', { host: INSECURE_HOST });
    assert.equal(await trellis.page.evaluate(() => isSecureContext), false, 'the story needs such an address');
    const said = await trellis.text();
    assert.ok(said.includes(words('note-insecure')) || /does not begin with https/.test(said), said);
    await practised(trellis);
    await trellis.page.waitForSelector(KEPT);
    const state = await trellis.state();
    assert.ok((await trellis.text()).includes(words('keep-plain')));
    await trellis.reload();
    assert.equal(await trellis.state(), state);
    assert.ok(answers((await trellis.export()).bytes).length > 0);
  }));
});

describe('an address', () => {
  for (const route of ['#/no/such/page', '#/q/', '#/q/fr.add-like.bare@2/minus', '#/<img src=x onerror=alert(1)>', '#/%00%ff', `#/${'x'.repeat(5000)}`]) {
    test(`${route.slice(0, 40)} is explained, and leads home`, story({}, async ({ visit }) => {
      const trellis = await visit(route);
      assert.ok((await trellis.text()).includes(words('trouble-address-title')));
      assert.equal(await trellis.page.locator('img').count(), 0);
      await trellis.press(words('trouble-home'));
      await trellis.shows('welcome');
    }));
  }

  for (const route of ['#/q/no.such.item/1', '#/q/no.such.item@2/1', '#/q/fr.add-like.bare@99/1']) {
    test(`${route} names a question that is not here: it says so, and leads home`, story({}, async ({ visit }) => {
      const trellis = await visit(route);
      await trellis.page.getByText(words('trouble-item-title')).waitFor();
      await trellis.press(words('trouble-home'));
      await trellis.shows('welcome');
    }));
  }

  for (const route of ['#/practice', '#/progress', '#/settings', '#/learners']) {
    test(`${route} without any record is no dead end`, story({}, async ({ visit }) => {
      const trellis = await visit(route);
      assert.ok(await trellis.page.locator('main button, main a, header a').count() > 0);
      await trellis.go('#/');
      await trellis.shows('welcome');
    }));
  }
});

describe('content', () => {
  const damages = [
    ['a damaged map', /packs\/map/, () => '{"broken', 'trouble-pack-title'],
    ['an empty map', /packs\/map/, () => '{}', 'trouble-pack-title'],
    ['a map that is a web page', /packs\/map/, () => '<!doctype html><title>Not here</title>', 'trouble-pack-title'],
    ['a newer map', /packs\/map/, (body) => schema(body, 99), 'trouble-newer-title'],
    ['a map that does not come', /packs\/map/, () => 503, 'trouble-fetch-title'],
    ['a damaged unit', /packs\/(?!map)/, (body) => body.subarray(0, 500), 'trouble-pack-title'],
    ['a newer unit', /packs\/(?!map)/, (body) => schema(body, 99), 'trouble-newer-title'],
    ['a unit that does not come', /packs\/(?!map)/, () => 404, 'trouble-fetch-title'],
  ];
  for (const [what, pattern, change, title] of damages) {
    test(`${what} is explained; the record is safe, and it goes on once it is mended`, story(FIRST_VISIT, async ({ visit, context, site, watch }) => {
      const good = await visit();
      await practised(good, 1);
      await good.saved();
      const state = await good.state();
      await forgetFiles(context, good.page);
      await good.page.close();

      watch.allow(/status of (404|503)/);
      site.lie(pattern, change);
      const trellis = await visit('#/practice');
      await trellis.page.getByText(words(title)).waitFor();
      assert.match(await trellis.text(), /record is safe/);
      assert.equal(await trellis.page.getByRole('button', { name: words('trouble-again') }).count(), 1);
      site.honest();
      await trellis.page.close();
      const mended = await visit('#/practice');
      await mended.question();
      assert.equal(await mended.state(), state);
    }));
  }

  test('with one broken item in a unit still teaches the rest', story(FIRST_VISIT, async ({ visit, site }) => {
    site.lie(/packs\/(?!map)/, (body) => {
      const unit = JSON.parse(body);
      const list = unit.items ?? unit.item;
      if (Array.isArray(list)) list[0] = { id: 7, ask: ['no such thing'] };
      return JSON.stringify(unit);
    });
    const trellis = await visit();
    await practised(trellis, 2);
    await trellis.saved();
  }));
});

describe('a clock that is wrong', () => {
  const to = (year) => Date.UTC(year, 0, 2) - Date.now();

  for (const [what, wrong] of [['stands in 1970', to(1970)], ['runs in 2099', to(2099)]]) {
    test(`${what}, and is set right the next time: nothing lost, order kept`, story({}, async ({ visit }) => {
      const early = await visit('#/', { clock: wrong });
      await practised(early, 2);
      await early.saved();
      const state = await early.state();
      const given = answers((await early.export()).bytes);
      await early.page.close();

      const later = await visit('#/');
      await later.shows('home');
      assert.equal(await later.at('go').innerText(), words('home-continue'));
      assert.equal(await later.state(), state);
      await later.go('#/practice');
      await later.muddleThrough();
      await later.saved();
      const all = answers((await later.export()).bytes);
      assert.deepEqual(all.slice(0, given.length), given, 'what came first stays first');
      assert.ok(all.length > given.length);
    }));
  }

  test('goes back in the middle of a sitting: answers keep their order and the state survives a reload', story({}, async ({ visit }) => {
    const trellis = await visit('#/', { clock: 2 * DAY });
    await practised(trellis, 1);
    await trellis.page.evaluate((back) => { globalThis.clockShift -= back; }, 40 * DAY);
    await trellis.muddleThrough();
    await trellis.next();
    await trellis.page.evaluate((back) => { globalThis.clockShift -= back; }, 5 * 365 * DAY);
    await trellis.muddleThrough();
    await trellis.saved();
    const state = await trellis.state();
    const given = answers((await trellis.export()).bytes);
    const tries = given.map((answer) => answer.split(' ')[0]);
    await trellis.reload();
    assert.equal(await trellis.state(), state);
    assert.deepEqual(answers((await trellis.export()).bytes).map((answer) => answer.split(' ')[0]), tries);
  }));
});

/** A learner's file, and the page it came from. */
async function withFile(visit) {
  const trellis = await visit();
  await practised(trellis);
  await trellis.saved();
  const file = await trellis.export();
  const total = await entries(trellis);
  return { trellis, file, total };
}

/** As on another device: the learner is erased, and a file is chosen on the welcome page. */
async function anew(trellis, bytes) {
  await trellis.go('#/settings');
  await trellis.at('erase').click();
  await trellis.press(words('erase-yes'));
  await trellis.shows('welcome');
  await trellis.choose(bytes);
  await told(trellis);
}

/** What a chosen file is said to hold: a notice like any other, but on the settings page. */
async function preview(trellis) {
  const notice = trellis.page.locator('[data-test="preview"], [data-test="notice"]', { hasText: words('preview-title') });
  return notice.innerText();
}

/** What is said about a file that was chosen. */
async function told(trellis) {
  await trellis.page.waitForFunction((sentences) => sentences.some((sentence) => document.body.innerText.includes(sentence)), [
    words('import-not-ours'), words('import-empty'), words('preview-title'),
  ]);
  return trellis.text();
}

/** The browser's own copies of files, which may be kept for ever because their names carry a hash. */
async function forgetFiles(context, page) {
  const session = await context.newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.detach();
}

async function entries(trellis) {
  await trellis.go('#/settings');
  await trellis.shows('settings');
  const found = /(\d+) entries are recorded|(One) entry is recorded/.exec(await trellis.text());
  return found?.[2] ? 1 : Number(found?.[1] ?? 0);
}

function schema(body, version) {
  return JSON.stringify({ ...JSON.parse(body), schema: version });
}
