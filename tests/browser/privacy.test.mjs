// The page that proves what is said about privacy; locks; deleting everything.
import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, test } from 'node:test';
import { holders, keyFile } from './disk.mjs';
import { stage, stageOnDisk } from './harness.mjs';
import { words } from './words.mjs';

const story = stage();
const storyOnDisk = stageOnDisk();
const NOWHERE = 'outbound-probe.invalid';

/** Somebody who listens where every attempt goes: no connection may come. */
async function listener() {
  let came = 0;
  const server = createServer((socket) => { came += 1; socket.destroy(); });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    switches: [`--host-resolver-rules=MAP ${NOWHERE} 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost`],
    came: () => came,
    stop: () => server.close(),
  };
}

async function proof(trellis) {
  await trellis.shows('privacy');
  await trellis.at('proof-verdict').waitFor({ timeout: 120_000 });
  const ways = await trellis.all('way').evaluateAll((all) => all.map((way) => ({
    id: way.dataset.way, said: way.dataset.said, place: way.closest('section').querySelector('h3').innerText, words: way.innerText,
  })));
  return { ways, verdict: await trellis.at('proof-verdict').innerText() };
}

describe('the proof of privacy', () => {
  test('tries every way out, from the page and from every worker, and nobody hears anything', storyOnDisk(async ({ open }) => {
    const outside = await listener();
    const { context, watch, visit, close } = await open({ switches: outside.switches });
    watch.allowAttempts();
    const trellis = await visit();
    await trellis.page.evaluate(() => navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller
      ?? new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }))).then(() => true));
    await trellis.go('#/privacy');
    const { ways } = await proof(trellis);
    const open_ = ways.filter(({ said }) => said === 'is-open').map(({ id, place }) => `${id} (${place})`);
    const channels = new Set(ways.map(({ id }) => id));
    console.log(`outbound probe: ${ways.length} attempts, ${channels.size} channels, ${outside.came()} connections, open: ${open_.join(', ') || 'none'}`);
    console.log(`outbound probe, not known: ${ways.filter(({ said }) => said === 'is-unknown').map(({ id, place }) => `${id} (${place})`).join(', ')}`);
    assert.ok(channels.size >= 20, `${channels.size} channels`);
    assert.equal(new Set(ways.map(({ place }) => place)).size, 4, 'page, worker, journal and service worker');
    assert.equal(outside.came(), 0, 'nobody heard anything');
    for (const { id, said, place } of ways) {
      // The one way that today's browsers leave to a script that is already inside; it is shown as it is.
      if (id === 'webrtc-frame') continue;
      assert.notEqual(said, 'is-open', `${id} from: ${place}`);
    }
    for (const id of ['websocket', 'eventsource', 'beacon', 'webrtc']) {
      assert.ok(ways.find((way) => way.id === id).words.includes(words('said-removed')), `${id} is removed`);
    }
    const journal = ways.filter(({ place }) => place === words('proof-from-journal'));
    assert.ok(journal.length >= 6 && journal.every(({ said }) => said === 'is-closed'), JSON.stringify(journal));
    assert.match(await trellis.at('proof-loaded').innerText(), new RegExp(words('proof-loaded-none')));
    assert.equal(await trellis.page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>x</b>';
        return 'made';
      } catch (error) {
        return error.name;
      }
    }), 'TypeError', 'no markup from text');
    assert.equal(await trellis.page.title(), `${words('title-privacy')} · Trellis`);
    // The listener is no deaf one: a page without a policy reaches it.
    watch.allow(/ERR_CONNECTION_(RESET|CLOSED)|ERR_EMPTY_RESPONSE/);
    const elsewhere = await context.newPage();
    await elsewhere.goto('data:text/html,<p>no policy</p>');
    await elsewhere.evaluate((host) => fetch(`https://${host}/`).catch(() => {}), NOWHERE);
    assert.ok(outside.came() > 0, 'the listener hears what is sent');
    watch.check();
    await close();
    outside.stop();
  }));

  test('without headers it says what workers may do, and does not call it safe', story({}, async ({ visit, site, watch }) => {
    watch.allowAttempts();
    site.bare();
    const trellis = await visit('#/privacy');
    const { ways, verdict } = await proof(trellis);
    const worker = ways.filter(({ place }) => place === words('proof-from-worker'));
    assert.ok(worker.some(({ id, said }) => id === 'fetch' && said === 'is-open'), JSON.stringify(worker));
    assert.ok(verdict.includes(words('proof-verdict-open')));
    const journal = ways.filter(({ place }) => place === words('proof-from-journal'));
    assert.ok(journal.every(({ said }) => said === 'is-closed'), 'the journal gives its ways up by itself');
  }));

  test('every stored field stands there with words and an example, in both languages', story({}, async ({ visit, watch }) => {
    watch.allowAttempts();
    const trellis = await visit('#/privacy');
    await proof(trellis);
    for (const code of ['en', 'es']) {
      const rows = await trellis.all('stored-field').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.innerText.trim())));
      assert.ok(rows.length > 60, `${rows.length} fields`);
      assert.ok(rows.every((cells) => cells.length === 3 && cells.every(Boolean)), code);
      if (code === 'en') {
        await trellis.at('language').click();
        await trellis.page.getByRole('heading', { name: words('proof-title', 'es'), level: 1 }).waitFor();
      }
    }
  }));

  test('deletes everything: every record, the settings, the files kept', story({}, async ({ visit, watch, context }) => {
    watch.allowAttempts();
    const trellis = await visit();
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.saved();
    await trellis.go('#/settings');
    await trellis.at('theme').nth(0).click().catch(() => {});
    await trellis.go('#/privacy');
    await trellis.at('wipe-ask').click();
    await trellis.at('wipe-confirm').waitFor();
    await trellis.page.getByRole('button', { name: words('wipe-no') }).click();
    await trellis.go('#/settings');
    await trellis.go('#/privacy');
    await trellis.at('wipe-ask').click();
    await trellis.page.getByRole('button', { name: words('wipe-yes') }).click();
    await trellis.page.getByText(words('wipe-done')).waitFor();
    const left = await trellis.page.evaluate(async () => {
      const names = [];
      const root = await navigator.storage.getDirectory();
      const walk = async (folder) => {
        for await (const entry of folder.values()) {
          if (entry.kind === 'directory') await walk(entry);
          else names.push(entry.name);
        }
      };
      await walk(root);
      return { files: names, caches: await caches.keys(), settings: Object.keys(localStorage) };
    });
    assert.deepEqual(left.files, [], 'no journal, no key');
    assert.deepEqual(left.settings, []);
    assert.ok(left.caches.every((name) => !name.startsWith('trellis ')), left.caches.join());
    assert.equal(context.pages().length, 1);
    await trellis.open();
    await trellis.shows('welcome');
  }));
});

/** A learner with two answers and a nickname. */
async function robin(visit, how) {
  const trellis = await visit('#/', how);
  await trellis.begin();
  await trellis.muddleThrough();
  await trellis.next();
  await trellis.muddleThrough();
  await trellis.go('#/settings');
  await trellis.at('nickname').fill('Robin');
  await trellis.press(words('settings-nickname-save'));
  await trellis.saved();
  return trellis;
}

/** Sets a PIN; gives the words of the sheet. */
async function setPin(trellis, pin) {
  await trellis.go('#/settings');
  await trellis.page.getByRole('button', { name: words('lock-pin'), exact: true }).click();
  await trellis.all('secret-field').nth(0).fill(pin);
  await trellis.all('secret-field').nth(1).fill(pin);
  await trellis.at('secret-submit').click();
  await trellis.at('sheet').waitFor();
  const sheet = await trellis.at('sheet').locator('ol li').allInnerTexts();
  await trellis.page.getByRole('button', { name: words('sheet-done') }).click();
  await trellis.all('sheet').waitFor({ state: 'detached' });
  return sheet;
}

async function tryPin(trellis, pin) {
  await trellis.at('secret-field').fill(pin);
  await trellis.at('secret-submit').click();
}

describe('a locked record', () => {
  test('opens with its PIN alone, shows nothing before, and its key is nowhere readable', storyOnDisk(async ({ open }) => {
    const { visit, watch, profile, close, context } = await open();
    const trellis = await robin(visit);
    const state = await trellis.state();
    const key = await keyFile(trellis);
    assert.equal(key.length, 36);
    const sheet = await setPin(trellis, '4271');
    assert.equal(sheet.length, 8);
    assert.equal(await trellis.state(), state, 'a lock changes nothing in the record');
    await trellis.reload();
    await trellis.shows('learners');
    await trellis.at('unlock').waitFor();
    assert.match(await trellis.at('unlock').innerText(), /Robin/, 'the card is there to find oneself by');
    assert.equal(await trellis.all('who').count(), 0, 'nothing of the record is open');
    assert.ok((await keyFile(trellis)).toString('latin1').startsWith('trellis lock 1\n'));
    for (const wrong of ['4272', '0000', '42711']) {
      await tryPin(trellis, wrong);
      await trellis.page.getByText(words('lock-wrong')).waitFor();
      await trellis.page.waitForFunction(() => !document.querySelector('[data-test="secret-submit"]').disabled);
    }
    await trellis.go('#/progress');
    assert.equal(await trellis.all('skill').count(), 0, 'no address leads around the lock');
    await trellis.go('#/learners');
    await tryPin(trellis, '4271');
    await trellis.shows('home');
    assert.equal(await trellis.state(), state);
    assert.doesNotMatch(await trellis.page.evaluate(() => location.href + document.title), /Robin/);
    watch.check();
    await trellis.page.waitForTimeout(500);
    await context.close();
    assert.deepEqual(await holders(profile, [key.subarray(0, 32)]), [], 'the bare key is nowhere on the disk');
    await close();
  }));

  test('is opened by its sheet when the PIN is forgotten, and the lock can be taken off', story({}, async ({ visit }) => {
    const trellis = await robin(visit);
    const state = await trellis.state();
    const sheet = await setPin(trellis, '98765');
    await trellis.page.getByRole('button', { name: words('lock-now') }).click();
    await trellis.shows('learners');
    await trellis.at('learner').click();
    await trellis.at('unlock').waitFor();
    await trellis.at('lock-other').click();
    await trellis.at('secret-field').fill(sheet.join(' ').toUpperCase());
    await trellis.at('secret-submit').click();
    await trellis.shows('home');
    assert.equal(await trellis.state(), state);
    await trellis.page.getByRole('button', { name: words('lock-remove') }).click();
    await trellis.page.getByRole('button', { name: words('lock-remove') }).waitFor({ state: 'detached' });
    await trellis.reload();
    await trellis.shows('settings');
    assert.equal(await trellis.state(), state);
  }));

  test('closes by itself when nobody touches it, and after five wrong tries it pauses', story({}, async ({ visit }) => {
    const trellis = await robin(visit, { clock: 1 });
    await setPin(trellis, '4271');
    await trellis.page.evaluate(() => { globalThis.clockShift += 4 * 60_000; });
    await trellis.page.waitForTimeout(2_500);
    assert.equal(await trellis.all('unlock').count(), 0, 'not before its time');
    await trellis.page.evaluate(() => { globalThis.clockShift += 2 * 60_000; });
    await trellis.at('unlock').waitFor();
    await trellis.page.getByText(words('lock-idle')).waitFor();
    for (let turn = 0; turn < 5; turn += 1) {
      await tryPin(trellis, `111${turn}`);
      await trellis.page.waitForFunction((last) => {
        const said = document.querySelector('[data-test="secret-said"]').innerText;
        return last ? /30|29/.test(said) : said !== '' && !document.querySelector('[data-test="secret-submit"]').disabled;
      }, turn === 4);
    }
    assert.ok(await trellis.at('secret-submit').isDisabled());
    await trellis.page.evaluate(() => { globalThis.clockShift += 31_000; });
    await trellis.page.waitForFunction(() => !document.querySelector('[data-test="secret-submit"]').disabled);
    await tryPin(trellis, '4271');
    await trellis.shows('home');
  }));

  test('with four pictures, and with four drawn words', story({}, async ({ visit }) => {
    const trellis = await robin(visit);
    const state = await trellis.state();
    const press = async () => { for (const place of [0, 3, 3, 6]) await trellis.all('picture').nth(place).click(); };
    await trellis.page.getByRole('button', { name: words('lock-pictures'), exact: true }).click();
    await press();
    await trellis.at('secret-submit').click();
    await trellis.page.getByRole('button', { name: words('sheet-done') }).click();
    await trellis.reload();
    await trellis.at('unlock').waitFor();
    await press();
    await trellis.at('secret-submit').click();
    await trellis.shows('home');
    await trellis.go('#/settings');
    await trellis.page.getByRole('button', { name: words('lock-words'), exact: true }).click();
    const drawn = (await trellis.at('drawn-words').innerText()).trim();
    assert.equal(drawn.split(' ').length, 4);
    await trellis.at('secret-field').fill(drawn);
    await trellis.at('secret-submit').click();
    await trellis.page.getByRole('button', { name: words('sheet-done') }).click();
    await trellis.reload();
    await trellis.at('unlock').waitFor();
    await trellis.at('secret-field').fill(drawn);
    await trellis.at('secret-submit').click();
    await trellis.shows('home');
    assert.equal(await trellis.state(), state);
  }));

  test('leaves other records as they are: each opens by its own', story({}, async ({ visit }) => {
    const trellis = await robin(visit);
    await setPin(trellis, '4271');
    await trellis.go('#/learners');
    await trellis.at('learner-add').click();
    await trellis.shows('welcome');
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.saved();
    const other = await trellis.state();
    await trellis.page.close();
    const later = await visit();
    await later.shows('learners');
    assert.equal(await later.all('learner').count(), 2);
    await later.all('learner').filter({ hasNotText: words('learners-locked') }).click();
    await later.shows('home');
    assert.equal(await later.state(), other);
    await later.go('#/learners');
    await later.all('learner').filter({ hasText: words('learners-locked') }).click();
    await later.at('unlock').waitFor();
    await tryPin(later, '4271');
    await later.shows('home');
    assert.notEqual(await later.state(), other);
  }));
});
