// A teacher's first minutes, and a learner who hands in: what leaves a device, what arrives, and what it says to do.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import zlib from 'node:zlib';
import { SCREEN } from './browser.mjs';
import { stage } from './harness.mjs';
import { releaseMap } from './site.mjs';
import { Trellis } from './trellis.mjs';
import { words } from './words.mjs';

const story = stage();
const STUDENTS = 28;
/** For measuring: `ENTRIES=5000 SLOWER=4` is what a small machine would have with a year of a class; more with `FILES=200`. */
const FILES = Number(process.env.FILES ?? 30);
const ENTRIES = Number(process.env.ENTRIES ?? 200);
const SLOWER = Number(process.env.SLOWER ?? 1);

/** Takes the class's link with this number, answers some questions, and hands in: gives the ticket and the taps it took. */
async function handedIn(trellis, link, number, answers) {
  await trellis.go(`${link}/${number}`);
  await trellis.at('join-yes').click();
  await trellis.shows('welcome');
  await trellis.begin();
  for (let turn = 0; turn < answers; turn += 1) {
    await trellis.muddleThrough();
    if (turn + 1 < answers) await trellis.next();
  }
  await trellis.saved();
  await trellis.go('#/');
  await trellis.at('school').click();
  await trellis.at('ticket').waitFor();
  return trellis.at('ticket').inputValue();
}

async function paste(teacher, text) {
  await teacher.at('paste').fill(text);
  await teacher.at('take').locator('button[type="submit"]').click();
  await teacher.at('taken').locator('p').first().waitFor();
  await teacher.settled();
}

const linkOf = async (teacher) => {
  await teacher.page.waitForFunction(() => /join\/\w{6}$/.test(document.querySelector('[data-test="address"]')?.innerText ?? ''));
  const address = await teacher.at('address').innerText();
  return address.slice(address.indexOf('#'));
};

describe('handing in', () => {
  test('a link gives the number, and its address is cleared; two taps hand in', story({}, async ({ context, visit }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const trellis = await visit('#/join/7KQM2X/7');
    await trellis.at('join-yes').waitFor();
    await trellis.page.waitForFunction(() => location.hash === '#/join');
    await trellis.at('join-yes').click();
    await trellis.shows('welcome');
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.saved();
    await trellis.go('#/');
    // Two taps.
    await trellis.at('school').click();
    await trellis.at('hand-in-copy').click();
    await trellis.page.waitForFunction((said) => document.body.innerText.includes(said), words('hand-in-copied'));
    const copied = await trellis.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /^TRELLIS1-NOT-FOR-GRADES-[0-9A-Z]+\.$/);
    assert.ok(copied.length <= 1200, `${copied.length} letters`);
    assert.equal(copied, await trellis.at('ticket').inputValue());
    assert.ok(await trellis.at('code').isVisible());
  }));

  test('whoever says yes at once is not called back when the address is cleared', story({}, async ({ visit }) => {
    // On a busy device the clearing comes late.
    const late = 'const soon = setTimeout; globalThis.setTimeout = (then, ms, ...rest) => soon(then, ms === 100 ? 3000 : ms, ...rest);';
    const trellis = await visit('#/join/7KQM2X/7', { before: late });
    await trellis.at('join-yes').click();
    await trellis.shows('welcome');
    await trellis.saved();
    await trellis.page.waitForTimeout(3000);
    await trellis.reload();
    await trellis.shows('welcome');
  }));

  test('without a link the number is chosen on the page', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.go('#/hand-in');
    const before = await trellis.at('ticket').inputValue();
    await trellis.all('number-choice').nth(11).click();
    await trellis.page.waitForFunction((old) => document.querySelector('[data-test="ticket"]').value !== old, before);
    assert.match(await trellis.page.innerText('main'), /12/);
  }));

  test('a name that somebody typed is on no ticket, in no address and in no title', story({}, async ({ visit }) => {
    const trellis = await visit('#/join/7KQM2X/7');
    await trellis.at('join-yes').click();
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.go('#/settings');
    await trellis.at('nickname').fill('Zsofia4711');
    await trellis.at('nickname').press('Enter');
    await trellis.go('#/hand-in');
    await trellis.at('ticket').waitFor();
    assert.doesNotMatch(await trellis.at('ticket').inputValue(), /zsofia|4711/i);
    assert.doesNotMatch(await trellis.page.url(), /zsofia|4711|7KQM2X/i);
    assert.doesNotMatch(await trellis.page.title(), /zsofia|4711/i);
  }));
});

describe('the class view', () => {
  test('the sample class names three students to see, each with a reason and a problem', story({}, async ({ visit }) => {
    const trellis = await visit('#/class');
    await trellis.at('sample').click();
    await trellis.at('visit').waitFor();
    assert.equal(await trellis.all('visit').count(), 3);
    assert.match(await trellis.at('now').innerText(), /Ana/);
    const problem = await trellis.at('problem').getAttribute('href');
    assert.match(problem, /^#\/q\//);
    assert.ok(await trellis.all('group').count() >= 2);
    // Moved by its list: as a finger or a keyboard does it.
    const name = await trellis.at('group').locator('.group-name').first().innerText();
    await trellis.at('move').selectOption({ index: await trellis.all('group').count() - 1 });
    await trellis.page.waitForFunction(
      (who) => [...document.querySelectorAll('[data-test="group"]')].at(-1).innerText.includes(who), name);
    // Numbers instead of names, for a projector.
    await trellis.at('anonymous').check();
    assert.doesNotMatch(await trellis.at('now').innerText(), /Ana/);
    // Back to an own class, which knows nobody yet.
    await trellis.at('sample').click();
    await trellis.at('start').waitFor();
    assert.equal(await trellis.all('visit').count(), 0);
  }));

  test('tickets of twenty-eight students, pasted with everything around them, are all read', story({}, async ({ context, site, visit }) => {
    const teacher = await visit('#/class');
    const link = await linkOf(teacher);
    const tickets = [];
    for (let number = 1; number <= STUDENTS; number += 1) {
      const profile = await context.browser().newContext({ ...SCREEN, reducedMotion: 'reduce' });
      const student = new Trellis(await profile.newPage(), site.address);
      await student.open();
      tickets.push(await handedIn(student, link, number, 1));
      await profile.close();
    }
    assert.ok(tickets.every((ticket) => ticket.length <= 1200));
    const rows = tickets.map((ticket, at) => `11/26/2026 9:${10 + at},"${ticket}",thanks`).reverse();
    await paste(teacher, `Timestamp,Ticket,Comment\n${rows.join('\n')}\nlate\t${tickets[3].slice(0, 60)}\n`);
    assert.equal(await teacher.at('table').locator('thead th').count(), 1 + STUDENTS);
    assert.equal(await teacher.at('unreadable').locator('p').count(), 2, 'the one that was cut is named');
    // The same again, in another order: nobody counts twice. And it is here after a reload.
    await paste(teacher, [...tickets].sort().join(' '));
    await teacher.reload();
    await teacher.at('table').waitFor();
    assert.equal(await teacher.at('table').locator('thead th').count(), 1 + STUDENTS);
  }));

  test('a class list gives names; the file for a spreadsheet begins no formula', story({}, async ({ visit }) => {
    const teacher = await visit('#/class');
    const link = await linkOf(teacher);
    const ticket = await handedIn(await visit(), link, 1, 1);
    await paste(teacher, ticket);
    await teacher.at('roster').fill('number,name\n1,=Ana\n');
    await teacher.at('names').locator('button[type="submit"]').click();
    await teacher.page.waitForFunction(() => document.querySelector('[data-test="table"]').innerText.includes('=Ana'));
    const [download] = await Promise.all([teacher.page.waitForEvent('download'), teacher.at('csv').click()]);
    const stream = await download.createReadStream();
    let text = '';
    for await (const part of stream) text += part;
    assert.match(text, /^number,name,/);
    assert.match(text, /\r\n1,'=Ana,/);
  }));

  test('a saved class is unreadable without its passphrase, and whole with it', story({}, async ({ visit }) => {
    const teacher = await visit('#/class');
    const link = await linkOf(teacher);
    const ticket = await handedIn(await visit(), link, 3, 1);
    await paste(teacher, ticket);
    await teacher.at('passphrase').fill('four plain words here');
    const [download] = await Promise.all([
      teacher.page.waitForEvent('download'),
      teacher.at('keep').locator('form button[type="submit"]').click(),
    ]);
    const path = await download.path();
    await teacher.at('erase').click();
    await teacher.at('erase-yes').click();
    await teacher.at('start').waitFor();
    await teacher.at('files').setInputFiles(path);
    await teacher.at('unlock').fill('some other words');
    await teacher.at('take').locator('form button[type="submit"]').last().click();
    await teacher.page.waitForFunction(() => document.querySelector('[data-test="unlock"]')?.parentElement.querySelector('.note'));
    await teacher.at('unlock').fill('four plain words here');
    await teacher.at('take').locator('form button[type="submit"]').last().click();
    await teacher.at('table').waitFor();
  }));

  test('screens held before a camera are read one after another', story({}, async ({ visit }) => {
    const student = await visit();
    const before = `(${() => {
      globalThis.BarcodeDetector = class {
        detect() { return Promise.resolve(globalThis.seen ? [{ rawValue: globalThis.seen }] : []); }
      };
      navigator.mediaDevices.getUserMedia = async () => {
        const canvas = document.createElement('canvas');
        const paint = () => { canvas.getContext('2d').fillRect(0, 0, Math.random() * 9, 9); requestAnimationFrame(paint); };
        paint();
        return canvas.captureStream();
      };
    }})()`;
    const teacher = await visit('#/class', { before });
    const link = await linkOf(teacher);
    const ticket = await handedIn(student, link, 9, 1);
    await teacher.at('scan').click();
    await teacher.page.evaluate((text) => { globalThis.seen = text; }, ticket);
    await teacher.at('table').waitFor();
    assert.equal(await teacher.at('table').locator('thead th').count(), 2);
    await teacher.at('scan').click();
  }));

  test("this week's unit travels as a link, and the learner can take it back", story({}, async ({ visit }) => {
    const teacher = await visit('#/class');
    await linkOf(teacher);
    const { skills } = releaseMap().map;
    const skill = skills.find((one) => one.items.length > 0 && one.standards.length > 0 && one.grade === 4);
    await teacher.at('scope').fill(`Week 12: ${skill.standards[0]}`);
    await teacher.at('unit').locator('form button[type="submit"]').click();
    const address = await teacher.at('plan-address').innerText();
    const student = await visit();
    await student.begin();
    await student.muddleThrough();
    await student.go(address.slice(address.indexOf('#')));
    await student.at('unit-yes').waitFor();
    assert.ok((await student.at('unit').innerText()).includes(skill.name.en));
    await student.page.waitForFunction(() => location.hash === '#/unit');
    await student.at('unit-yes').click();
    await student.at('unit-back').click();
    await student.page.waitForFunction(() => !document.querySelector('[data-test="unit-back"]'));
  }));

  test('a plan says days, minutes and a word of the teacher; a name in it is told before it goes out; a file says the same', story({}, async ({ visit }) => {
    const teacher = await visit('#/class');
    await linkOf(teacher);
    const { skills } = releaseMap().map;
    const skill = skills.find((one) => one.items.length > 0 && one.standards.length > 0 && one.grade === 4);
    await teacher.at('scope').fill(skill.standards[0]);
    await teacher.at('unit').locator('form button[type="submit"]').click();
    await teacher.at('roster').fill('number,name\n1,Zsofia Planted\n2,Bo Li\n');
    await teacher.at('names').locator('form button[type="submit"]').click();
    await teacher.at('plan-until').fill('2099-12-04');
    await teacher.at('plan-minutes').selectOption({ label: '15 minutes' });
    await teacher.at('comment').fill('Zsofia, begin with the first one.');
    await teacher.at('comment').blur();
    await teacher.page.waitForFunction(() => /Zsofia/.test(document.querySelector('[data-test="plan-warnings"]').innerText));
    await teacher.at('comment').fill('Begin with the first one.');
    await teacher.at('comment').blur();
    await teacher.page.waitForFunction(() => document.querySelector('[data-test="plan-warnings"]').innerText === '');
    // Nowhere in the page is an address with a name of the list.
    const addresses = await teacher.page.evaluate(() => [
      ...[...document.querySelectorAll('a')].map((link) => link.href),
      ...[...document.querySelectorAll('code.address')].map((address) => address.innerText),
      location.href, document.title,
    ].join('\n'));
    assert.match(addresses, /#\/unit\//);
    assert.doesNotMatch(addresses, /zsofia|planted/i);
    const address = await teacher.at('plan-address').innerText();
    const [download] = await Promise.all([teacher.page.waitForEvent('download'), teacher.at('save-plan').click()]);
    const file = fs.readFileSync(await download.path(), 'utf8');
    assert.match(file, /^TRELLIS-PLAN [0-9A-Z]+$/m);

    const student = await visit();
    await student.begin();
    await student.muddleThrough();
    await student.go(address.slice(address.indexOf('#')));
    await student.at('unit-yes').waitFor();
    assert.equal(await student.at('plan-comment').innerText(), 'Begin with the first one.');
    assert.match(await student.at('plan-asked').innerText(), /December\s4, 2099[^]*15 minutes/);
    await student.page.waitForFunction(() => location.hash === '#/unit');
    await student.at('unit-yes').click();
    await student.at('unit-back').waitFor();
    await student.go('#/');
    await student.shows('home');
    assert.match(await student.at('plan-asked').innerText(), /Begin with the first one/);
    // The same plan out of the file is the one that is followed already.
    await student.go('#/unit');
    await student.at('unit-back').click();
    await student.at('open-plan').setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from(file) });
    await student.at('unit-yes').waitFor();
    assert.equal(await student.at('plan-comment').innerText(), 'Begin with the first one.');
    await student.at('open-plan').setInputFiles({ name: 'other.txt', mimeType: 'text/plain', buffer: Buffer.from('nothing of ours') });
    await student.page.waitForFunction((said) => document.querySelector('[data-test="plan-text"]').innerText === said, words('unit-damaged'));
  }));

  test('a status that the teacher sets is shown to the student with its day, and taken back', story({}, async ({ visit }) => {
    const teacher = await visit('#/class');
    await teacher.at('sample').click();
    await teacher.at('correct-student').selectOption({ index: 1 });
    await teacher.at('correct-skill').selectOption({ index: 3 });
    await teacher.at('correct-stands').filter({ hasText: /\w/ }).waitFor();
    await teacher.at('correct-way').click();
    await teacher.at('corrected').waitFor();
    assert.match(await teacher.at('corrected').innerText(), /Ana, .*: known, set on \p{L}+\s\d+/u);
    const address = await teacher.at('own-address').innerText();
    const student = await visit();
    await student.begin();
    await student.muddleThrough();
    await student.go(address.slice(address.indexOf('#')));
    await student.at('unit-yes').click();
    await student.at('plan-said').waitFor();
    assert.match(await student.at('plan-said').innerText(), /known, set by your teacher on \p{L}+\s\d+/u);
    await student.at('unit-back').click();
    await student.at('plan-said').waitFor({ state: 'detached' });
    assert.equal(await student.all('unit-yes').count(), 0, 'what was put down is not held out again');
    await teacher.at('correct-back').click();
    await teacher.page.waitForFunction(() => !document.querySelector('[data-test="corrected"]'));
  }));

  for (const [width, height] of [[1366, 768], [390, 844]]) {
    test(`a row of names stays in sight and leads to each part of the page (${width}×${height})`, story({ viewport: { width, height } }, async ({ visit }) => {
      const teacher = await visit('#/class');
      assert.equal(await teacher.all('jump').count(), 0, 'an empty page is short');
      await teacher.at('sample').click();
      await teacher.at('table').locator('table').waitFor();
      const titles = await teacher.page.locator('.class-page > section > h2').allInnerTexts();
      const ways = teacher.at('jump').locator('button');
      assert.deepEqual(new Set(await ways.allInnerTexts()), new Set(titles), 'every part has its way');
      for (const [name, title] of [['keep', titles.at(-1)], ['groups', words('class-groups')]]) {
        await ways.getByText(title, { exact: true }).click();
        await teacher.settled();
        const [bar, part] = await Promise.all([teacher.at('jump').boundingBox(), teacher.at(name).locator('h2').boundingBox()]);
        assert.ok(bar.y >= 0 && bar.y < 10, `the row is still there: ${bar.y}`);
        assert.ok(part.y >= bar.y + bar.height && part.y < height, `${name} is in sight: ${part.y} below ${bar.y + bar.height}`);
        assert.equal(await teacher.page.evaluate(() => document.activeElement.dataset.test), name, 'and reading goes on there');
      }
    }));
  }

  test('the early warning says who and why, for a standard that comes next', story({}, async ({ visit }) => {
    const teacher = await visit('#/class');
    await teacher.at('sample').click();
    await teacher.at('early-next').waitFor();
    const many = await teacher.at('early-next').locator('option').count();
    let found = 0;
    for (let index = 1; index < many && found === 0; index += 1) {
      await teacher.at('early-next').selectOption({ index });
      await teacher.settled();
      found = await teacher.all('early-student').count();
    }
    assert.ok(found > 0, 'somebody of the sample class lacks what some standard builds on');
    assert.match(await teacher.at('early-student').innerText(), /: (\d+ questions? missed|one question missed|worth a refresh|begun)/);
  }));

  test('names are moved from group to group by a finger', story({ hasTouch: true, viewport: { width: 820, height: 1180 } }, async ({ context, visit }) => {
    const teacher = await visit('#/class');
    await teacher.at('sample').click();
    await teacher.at('group').waitFor();
    const groups = teacher.all('group');
    const name = await groups.first().locator('.group-name').first().innerText();
    const handle = groups.first().locator('[data-test="handle"]').first();
    await handle.scrollIntoViewIfNeeded();
    const centre = async (what) => {
      const { x, y, width, height } = await what.boundingBox();
      return { x: x + width / 2, y: y + Math.min(height / 2, 40) };
    };
    const from = await centre(handle);
    const to = await centre(groups.nth(1));
    const finger = await context.newCDPSession(teacher.page);
    const touch = (type, points) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    const scrolled = await teacher.page.evaluate(() => scrollY);
    await touch('touchStart', [from]);
    for (let step = 1; step <= 5; step += 1) {
      await touch('touchMove', [{ x: from.x + ((to.x - from.x) * step) / 5, y: from.y + ((to.y - from.y) * step) / 5 }]);
      await teacher.settled();
    }
    assert.equal(await teacher.page.locator('.group.is-over').count(), 1, 'the group below the finger is marked');
    await touch('touchEnd', []);
    await teacher.page.waitForFunction(
      (who) => [...document.querySelectorAll('[data-test="group"]')][1].innerText.includes(who), name);
    assert.equal(await teacher.page.locator('.is-held, .is-over').count(), 0);
    assert.equal(await teacher.page.evaluate(() => scrollY), scrolled, 'the page stayed where it was');
    // A finger that is lifted where there is no group leaves everything as it is.
    const again = groups.nth(1).locator('[data-test="handle"]').first();
    const own = await groups.nth(1).innerText();
    await touch('touchStart', [await centre(again)]);
    await touch('touchMove', [{ x: 4, y: 4 }]);
    await touch('touchEnd', []);
    await teacher.settled();
    assert.equal(await groups.nth(1).innerText(), own);
  }));

  test('thirty progress files at once: names and counts first, then everybody, folded beside the page; what it took is told', story({}, async ({ context, visit }, t) => {
    const files = onDisk(t, progressFiles(FILES, ENTRIES));
    const teacher = await visit('#/class');
    await linkOf(teacher);
    const workers = [];
    teacher.page.on('worker', (worker) => workers.push(worker.url()));
    const cdp = await context.newCDPSession(teacher.page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    await teacher.page.evaluate(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => {
        for (const task of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, task.duration);
      }).observe({ entryTypes: ['longtask'] });
    });
    const before = await busiest(context);
    const begun = Date.now();
    await teacher.at('files').setInputFiles(files);
    const arrived = await teacher.at('arrived').or(teacher.at('table')).first();
    await arrived.waitFor({ timeout: 600_000 });
    const counted = Date.now() - begun;
    if (FILES > 1 && ENTRIES > 1_000) assert.match(await arrived.innerText(), new RegExp(`Kay 1: ${ENTRIES}`));
    await teacher.at('table').waitFor({ timeout: 1_800_000 });
    const whole = Date.now() - begun;
    const after = await busiest(context);
    const longest = await teacher.page.evaluate(() => globalThis.longest);
    const [load] = os.loadavg();
    console.log(`${FILES} files of ${ENTRIES} entries, page ${SLOWER}x slower, load ${load.toFixed(1)}: names and counts after ${counted} ms, `
      + `all after ${whole} ms; ${(after.seconds - before.seconds).toFixed(2)} s of processor time, peak memory ${after.peak} MB (${before.peak} MB before); `
      + `longest task of the page ${Math.round(longest)} ms`);
    assert.ok(workers.some((url) => /\/folder-[0-9a-f]{12}\.js$/.test(url)), workers.join());
    await teacher.page.waitForFunction(() => !document.querySelector('[data-test="class-progress"]'));
    const columns = await teacher.at('table').locator('thead th').count();
    assert.equal(columns, 1 + Math.min(FILES, 40));
    assert.match(await teacher.at('taken').innerText(), new RegExp(`\\b${FILES}\\b`));
  }));

  test('where no worker comes the page folds the files itself, and says the same', story({}, async ({ visit }) => {
    const teacher = await visit('#/class', { before: '(() => { const real = Worker; globalThis.Worker = class extends real { constructor(url, how) { if (/folder-/.test(url)) throw new Error("none"); super(url, how); } }; })()' });
    await linkOf(teacher);
    await teacher.at('files').setInputFiles(progressFiles(30, 200));
    await teacher.at('table').waitFor({ timeout: 120_000 });
    assert.equal(await teacher.at('table').locator('thead th').count(), 31);
  }));

  test('a file that is none of ours is named, and the others are read, one that was cut as far as it goes', story({}, async ({ visit }) => {
    const teacher = await visit('#/class');
    await linkOf(teacher);
    const foreign = { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: randomBytes(200_000) };
    const cut = progressFiles(1, 3_000)[0];
    const files = [foreign, ...progressFiles(3, 3_000).slice(1), { ...cut, name: 'cut.trellis', buffer: cut.buffer.subarray(0, cut.buffer.length / 2) }];
    await teacher.at('files').setInputFiles(files);
    await teacher.page.waitForFunction(() => document.querySelector('[data-test="unreadable"]')?.innerText.includes('holiday.jpg'));
    await teacher.page.waitForFunction(() => document.querySelectorAll('[data-test="table"] thead th').length === 4);
  }));

  test('the class lies encrypted in this browser; one that an earlier release left in the clear is taken over', story({}, async ({ visit }) => {
    const first = await visit('#/class');
    const link = await linkOf(first);
    const ticket = await handedIn(await visit(), link, 3, 1);
    // As an earlier release left it.
    const old = `TRELLIS-CLASS 1\nclass ${link.slice(-6)}\nname 3 Planted Name\nticket ${ticket}\n`;
    await first.page.evaluate(writeRow, ['class', old]);
    await first.reload();
    await first.at('table').waitFor();
    await first.page.waitForFunction(() => document.querySelector('[data-test="table"]').innerText.includes('Planted Name'));
    await first.page.waitForFunction(async () => {
      const database = await new Promise((done) => { const asked = indexedDB.open('trellis'); asked.onsuccess = () => done(asked.result); });
      const row = await new Promise((done) => { const asked = database.transaction('device').objectStore('device').get('class'); asked.onsuccess = () => done(asked.result); });
      database.close();
      return !new TextDecoder('latin1').decode(row).includes('TRELLIS');
    });
    const { row, extractable } = await first.page.evaluate(readRows);
    assert.equal(row[0], 1, 'AES-GCM');
    assert.doesNotMatch(Buffer.from(row).toString('latin1'), /Planted|TRELLIS/);
    assert.equal(extractable, false);
    assert.ok((await first.at('keep').innerText()).includes(words('class-keep-sealed').slice(0, 60)));
    await first.reload();
    await first.at('table').waitFor();
    // Without its key nothing is written over it.
    await first.page.evaluate(writeRow, ['class-key', null]);
    await first.reload();
    await first.page.waitForFunction((said) => document.body.innerText.includes(said), words('class-shut'));
    await paste(first, ticket);
    assert.deepEqual((await first.page.evaluate(readRows)).row, row);
  }));
});

/** Runs in the page: puts text, or nothing, into a row of the device. */
async function writeRow([name, text]) {
  const database = await new Promise((done) => { const asked = indexedDB.open('trellis'); asked.onsuccess = () => done(asked.result); });
  const rows = database.transaction('device', 'readwrite').objectStore('device');
  const asked = text === null ? rows.delete(name) : rows.put(new TextEncoder().encode(text), name);
  await new Promise((done) => { asked.transaction.oncomplete = done; });
  database.close();
}

/** Runs in the page: the class as it lies there, and whether its key can be taken out. */
async function readRows() {
  const database = await new Promise((done) => { const asked = indexedDB.open('trellis'); asked.onsuccess = () => done(asked.result); });
  const rows = database.transaction('device').objectStore('device');
  const get = (name) => new Promise((done) => { const asked = rows.get(name); asked.onsuccess = () => done(asked.result); });
  const [row, key] = await Promise.all([get('class'), get('class-key')]);
  database.close();
  return { row: [...new Uint8Array(row.buffer ?? row)], extractable: key?.extractable };
}

/** Processor time of all pages' processes so far, in seconds, and the most memory that one of them ever held, in MB. */
async function busiest(context) {
  const cdp = await context.browser().newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  await cdp.detach();
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  const peak = ({ id }) => Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  return {
    seconds: pages.reduce((sum, { cpuTime }) => sum + cpuTime, 0),
    peak: Math.round(Math.max(...pages.map(peak))),
  };
}

const progressFiles = (count, entries) => {
  const { skills } = releaseMap().map;
  return Array.from({ length: count }, (_, at) => ({
    name: `student-${at + 1}.trellis`,
    mimeType: 'application/gzip',
    buffer: zlib.gzipSync(progressFile(skills, at, entries), { level: 1 }),
  }));
};

/** The same as paths: files that a test hands over as bytes are put together by the page, which is not what it has to do. */
function onDisk(t, files) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'trellis-class-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  return files.map(({ name, buffer }) => {
    fs.writeFileSync(path.join(folder, name), buffer);
    return path.join(folder, name);
  });
}

/** A progress file of a learner who answered so often; every line with its checksum. */
function progressFile(skills, who, answers) {
  const taught = skills.filter((skill) => skill.items.length > 0);
  const crc = (json) => zlib.crc32(json).toString(16).padStart(8, '0');
  const learner = who.toString(16).padStart(24, '0');
  const lines = [];
  const start = Date.now() - 60 * 86_400_000 + who;
  const record = (n, event) => {
    const ms = start + n * 900_000;
    const json = JSON.stringify({ v: 1, w: learner, n, h: [ms, 0], c: [ms, 0], p: '0'.repeat(32), e: event });
    lines.push(`${crc(json)} ${json}`);
  };
  record(0, { kind: 'joined', class: '', number: (who % 40) + 1 });
  record(1, { kind: 'profile', nickname: `Kay ${who + 1}` });
  for (let n = 2; n < answers; n += 1) {
    const skill = taught[Math.floor((n / answers) * 40 + (n % 7)) % taught.length];
    const item = skill.items[n % skill.items.length];
    const level = Array.isArray(item.level) ? item.level[0] : item.level;
    record(n, {
      kind: 'answered', item: item.item, level, seed: n, rev: 1, pack: '0', skill: skill.id, response: '1', attempt: 1,
      right: (n * 7 + who) % 10 < 7, hints: 0, options: 0, ms: 20_000, locale: 'en',
    });
  }
  const header = JSON.stringify({ learner, created: [start, 0] });
  const footer = JSON.stringify({ count: lines.length, sha256: '', heads: {} });
  return `TRELLIS-PROGRESS 1 ${crc(header)} ${header}\n${lines.join('\n')}\nEND ${crc(footer)} ${footer}\n`;
}

describe('a question for the whole room', () => {
  test('stands alone, keeps its answer until it is shown, goes by keys to others, and touches nobody', story({}, async ({ visit }) => {
    const { item, level } = releaseMap().map.skills.flatMap((skill) => skill.items ?? []).find((entry) => entry.item === 'fr.add-like.add');
    const trellis = await visit(`#/project/${item}@${level}/3`);
    await trellis.at('project-question').waitFor();
    assert.ok(await trellis.page.locator('.topbar').isHidden());
    assert.equal(await trellis.at('project-question').getAttribute('data-item'), `${item}@${level}/3`);
    assert.match(await trellis.at('project-code').getAttribute('data-address'), new RegExp(`#/q/${item}@${level}/3$`));
    assert.equal(await trellis.all('project-shown').count(), 0);
    await trellis.page.keyboard.press('a');
    await trellis.at('project-wrong').waitFor();
    assert.ok(await trellis.at('project-wrong').locator('li').count() > 0);
    const asked = await trellis.at('project-question').innerText();
    // Another question, its answer hidden again; and back.
    await trellis.page.keyboard.press('ArrowRight');
    await trellis.page.waitForSelector(`[data-item="${item}@${level}/4"]`);
    assert.equal(await trellis.all('project-shown').count(), 0);
    await trellis.page.waitForFunction(() => location.hash.endsWith('/4'));
    await trellis.page.keyboard.press('PageUp');
    await trellis.page.waitForSelector(`[data-item="${item}@${level}/3"]`);
    assert.equal(await trellis.at('project-question').innerText(), asked);
    await trellis.at('project-tongue').click();
    await trellis.page.waitForFunction((was) => document.querySelector('[data-test="project-question"]').innerText !== was, asked);
    assert.equal(await trellis.at('project-question').getAttribute('lang'), 'es');
    // No record was opened for it.
    assert.deepEqual(await trellis.page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name)), []);
    await trellis.page.keyboard.press('Escape');
    await trellis.question();
    assert.match(trellis.page.url(), new RegExp(`#/q/${item}@${level}/3$`));
    // And from its own page there again.
    await trellis.at('project').click();
    await trellis.at('project-question').waitFor();
  }));

  test('is opened from the class view beside the class', story({}, async ({ context, visit }) => {
    const teacher = await visit('#/class');
    await teacher.at('sample').click();
    await teacher.at('visit').waitFor();
    const [page] = await Promise.all([context.waitForEvent('page'), teacher.at('visit').locator('[data-test="project"]').click()]);
    await page.waitForSelector('[data-test="project-question"]');
    assert.match(page.url(), /#\/project\//);
    assert.doesNotMatch(await page.title(), /Ana/);
    assert.ok(await teacher.at('visit').isVisible());
  }));

  test('that the course does not have says so, and leads on', story({}, async ({ visit }) => {
    const trellis = await visit('#/project/no.such.item@1/1', { wait: false });
    await trellis.at('projector').waitFor();
    assert.match(await trellis.at('projector').innerText(), /\w/);
    await trellis.at('project-leave').click();
    await trellis.page.waitForFunction(() => location.hash === '#/');
  }));
});
