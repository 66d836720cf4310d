// Taking the record along, and bringing it back: a locked file, a chosen place, a code on paper, pictures.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { wipe } from './disk.mjs';
import { stage } from './harness.mjs';
import { answers, fileOf, mastered, records, unlocked } from './progress-file.mjs';
import { DIST, releaseMap } from './site.mjs';
import { words } from './words.mjs';

const story = stage();
const PASSPHRASE = 'four words of \u00f1and\u00fa';

async function practised(visit, questions = 2, how = {}) {
  const trellis = await visit('#/', how);
  await trellis.begin();
  for (let number = 0; number < questions; number += 1) {
    await trellis.muddleThrough();
    await trellis.next();
  }
  await trellis.saved();
  return trellis;
}

/** The file, saved under a passphrase. */
async function locked(trellis) {
  await trellis.go('#/carry');
  await trellis.shows('carry');
  await trellis.at('passphrase').fill(PASSPHRASE);
  const [download] = await Promise.all([
    trellis.page.waitForEvent('download'),
    trellis.page.getByRole('button', { name: words('carry-save') }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('a file under a passphrase', () => {
  test('brings the record back, and nothing but its passphrase opens it', story({}, async ({ visit, context }) => {
    const trellis = await practised(visit);
    const state = await trellis.state();
    const { bytes, name } = await locked(trellis);
    assert.equal(name, 'my-progress.trellis');
    assert.equal(bytes.subarray(0, 8).toString(), 'TRELLISX');
    assert.equal(bytes.readUInt32LE(25), 600_000);
    const plain = await unlocked(bytes, PASSPHRASE);
    assert.ok(answers(plain).length >= 2, 'any program opens it');
    assert.match(await trellis.at('kept').innerText(), /Not confirmed/);

    await wipe(context, trellis);
    await trellis.open();
    await trellis.choose(bytes, name);
    await trellis.press(words('import-locked-go'));
    await trellis.shows('carry');
    await trellis.at('unlock-with').fill('four words of mine');
    await trellis.press(words('carry-unlock'));
    await trellis.page.getByText(words('carry-wrong')).waitFor();
    await trellis.at('unlock-with').fill(PASSPHRASE);
    await trellis.press(words('carry-unlock'));
    await trellis.at('preview').waitFor();
    await trellis.press(words('preview-yes'));
    await trellis.saved();
    assert.equal(await trellis.state(), state);
    assert.deepEqual(answers((await trellis.export()).bytes), answers(plain));
  }));

  test('that is cut says so', story({}, async ({ visit }) => {
    const trellis = await practised(visit, 1);
    const { bytes } = await locked(trellis);
    await trellis.choose(bytes.subarray(0, 50));
    await trellis.page.getByText(words('import-empty')).waitFor();
    await trellis.choose(Buffer.concat([bytes.subarray(0, 8), Buffer.from([9]), bytes.subarray(9)]));
    await trellis.page.getByText(words('import-too-new')).waitFor();
  }));
});

describe('a chosen place', () => {
  /** The browser's question, answered with a file of this site's own; `unreadable`: it cannot be read back. */
  const asked = ({ unreadable = false } = {}) => `
    globalThis.asked = 0;
    globalThis.showSaveFilePicker = async () => {
      globalThis.asked += 1;
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('chosen', { create: true });
      return { createWritable: () => handle.createWritable(),
        getFile: () => ${unreadable ? "Promise.reject(new DOMException('gone', 'NotFoundError'))" : 'handle.getFile()'} };
    };`;
  const there = async (trellis) => Buffer.from(await trellis.page.evaluate(async () => {
    const handle = await (await navigator.storage.getDirectory()).getFileHandle('chosen');
    return [...new Uint8Array(await (await handle.getFile()).arrayBuffer())];
  }));
  /** The file, once it is as it should be. (A browser-side wait takes a promise for a yes.) */
  const becomes = async (trellis, holds) => {
    for (let tries = 0; tries < 150; tries += 1) {
      const file = await there(trellis);
      if (holds(file)) return file;
      await sleep(100);
    }
    return assert.fail('the file did not change in 15 seconds');
  };

  test('takes the file, is read back, and is written over the next time', story({}, async ({ visit }) => {
    const trellis = await practised(visit, 1, { before: asked() });
    await trellis.go('#/carry');
    await trellis.press(words('carry-keep'));
    await trellis.page.getByText(/read back and found whole/).waitFor();
    const { length: size } = await there(trellis);
    const first = answers(await there(trellis));
    await trellis.go('#/practice');
    await trellis.muddleThrough();
    await trellis.saved();
    await trellis.go('#/carry');
    await trellis.press(words('carry-again'));
    // The words of the first time stand there still; the file itself tells.
    await becomes(trellis, (file) => file.length > size);
    const second = answers(await there(trellis));
    assert.ok(second.length > first.length && first.every((answer) => second.includes(answer)));
    assert.equal(await trellis.page.evaluate(() => globalThis.asked), 1, 'it was asked once');

    await trellis.at('passphrase').fill(PASSPHRASE);
    await trellis.press(words('carry-again'));
    const locked = await becomes(trellis, (file) => file.subarray(0, 8).toString() === 'TRELLISX');
    assert.deepEqual(answers(await unlocked(locked, PASSPHRASE)), second, 'now under a passphrase');
    assert.equal(await trellis.at('passphrase').inputValue(), PASSPHRASE, 'which stays in its field');
    await trellis.at('passphrase').fill('');
    await trellis.press(words('carry-again'));
    await trellis.page.getByText(words('carry-was-locked')).waitFor();
    const after = await there(trellis);
    // Not `deepEqual`: telling how two long files differ takes minutes.
    assert.ok(after.equals(locked), `an empty field takes it from nobody: ${[locked, after].map((file) => `${file.length} ${file.subarray(0, 8)}`)}`);
  }));

  test('is there again after a reload, for one press and a yes', story({}, async ({ visit }) => {
    const real = `
      globalThis.asked = 0;
      globalThis.showSaveFilePicker = async () => {
        globalThis.asked += 1;
        return (await navigator.storage.getDirectory()).getFileHandle('chosen', { create: true });
      };
      FileSystemHandle.prototype.requestPermission = async ({ mode }) => {
        globalThis.wanted = mode;
        return sessionStorage.getItem('says') ?? 'granted';
      };`;
    const trellis = await practised(visit, 1, { before: real });
    await trellis.go('#/carry');
    await trellis.at('passphrase').fill(PASSPHRASE);
    await trellis.press(words('carry-keep'));
    await trellis.page.getByText(/read back and found whole/).waitFor();
    const { length: size } = await there(trellis);
    await trellis.go('#/practice');
    await trellis.muddleThrough();
    await trellis.saved();
    await trellis.page.evaluate(() => sessionStorage.setItem('says', 'denied'));
    await trellis.page.reload();
    await trellis.go('#/carry');
    await trellis.press(words('carry-again'));
    await trellis.page.getByText(words('carry-nowhere')).waitFor();
    assert.equal((await there(trellis)).length, size, 'a no is a no');

    await trellis.page.evaluate(() => sessionStorage.setItem('says', 'granted'));
    await trellis.press(words('carry-again'));
    await trellis.page.getByText(words('carry-was-locked')).waitFor();
    await trellis.at('passphrase').fill(PASSPHRASE);
    await trellis.press(words('carry-again'));
    await becomes(trellis, (file) => file.length > size);
    await trellis.page.getByText(/read back and found whole/).waitFor();
    const { asked, wanted } = await trellis.page.evaluate(() => ({ asked, wanted }));
    assert.deepEqual([asked, wanted], [0, 'readwrite'], 'nobody was asked where, and the browser was asked whether');
  }));

  test('that cannot be read back is "not confirmed"', story({}, async ({ visit }) => {
    const trellis = await practised(visit, 1, { before: asked({ unreadable: true }) });
    await trellis.go('#/carry');
    await trellis.press(words('carry-keep'));
    await trellis.page.getByText(words('carry-unconfirmed')).waitFor();
  }));
});

function someSkills() {
  return releaseMap().map.skills.filter((skill) => skill.items.length > 0 && skill.grade <= 3).slice(0, 9).map(({ id }) => id);
}

describe('a return code', () => {
  test('brings mastered skills back on another device, and a slip of the pen is told', story({}, async ({ visit, context }) => {
    const skills = someSkills();
    const trellis = await visit();
    await trellis.choose(mastered(skills));
    await trellis.press(words('preview-yes'));
    await trellis.saved();
    await trellis.go('#/carry');
    const code = (await trellis.at('return-code').innerText()).trim();
    assert.ok(code.replaceAll('-', '').length <= 20, code);
    await trellis.at('qr').waitFor();

    await wipe(context, trellis);
    await trellis.open();
    await trellis.at('code').click();
    await trellis.shows('carry');
    assert.equal(await trellis.all('passphrase').count(), 0, 'there is nothing to take along yet');
    const wrong = (code[0] === '7' ? '8' : '7') + code.slice(1);
    await trellis.at('code-field').fill(wrong);
    await trellis.at('code-check').click();
    await trellis.page.getByText(words('carry-slip')).waitFor();
    await trellis.at('code-field').fill(code.toLowerCase().replaceAll('-', ' '));
    await trellis.at('code-check').click();
    await trellis.at('found').waitFor();
    await trellis.press(words('carry-found-yes'));
    await trellis.shows('home');
    await trellis.saved();
    const events = records((await trellis.export()).bytes).map((record) => record.e);
    const back = events.find((event) => event.kind === 'brought_back');
    assert.ok(skills.every((skill) => back.skills.includes(skill)), JSON.stringify(back));
    await trellis.reload();
    await trellis.shows('settings');
    await trellis.go('#/practice');
    await trellis.question();
  }));

  test('is not offered to the youngest', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.choose(fileOf([{ kind: 'profile', grade: 2 }]));
    await trellis.press(words('preview-yes'));
    await trellis.saved();
    await trellis.go('#/carry');
    await trellis.at('show').waitFor();
    assert.equal(await trellis.page.getByText(words('carry-code')).count(), 0);
  }));
});

describe('pictures', () => {
  test('carry a whole record from screen to camera', story({}, async ({ visit, context }) => {
    const trellis = await practised(visit, 3);
    const state = await trellis.state();
    const given = answers((await trellis.export()).bytes);
    await trellis.go('#/carry');
    await trellis.press(words('carry-show-go'));
    await trellis.at('frames').waitFor();
    const frames = await collected(trellis);
    await wipe(context, trellis);

    // No camera here and no detector: one that sees the frames, some of them twice, in no good order.
    const seen = [...frames].reverse().flatMap((frame, at) => (at % 3 === 0 ? ['https://example.org', frame, frame] : [frame]));
    const other = await visit('#/carry', { before: eyes(seen) });
    await other.shows('carry');
    await other.press(words('carry-watch'));
    await other.at('preview').waitFor();
    assert.equal(await other.all('camera').count(), 0, 'the camera is off again');
    await other.press(words('preview-yes'));
    await other.saved();
    assert.equal(await other.state(), state);
    assert.deepEqual(answers((await other.export()).bytes), given);
  }));

  test('without a detector the page says what to do instead', story({}, async ({ visit }) => {
    const trellis = await visit('#/carry');
    await trellis.page.getByText(words('carry-no-camera')).waitFor();
  }));
});

/** Every frame, as it goes by. */
async function collected(trellis) {
  const frames = new Set();
  const all = () => Number(/^T1\.[0-9A-F]{8}\.\d+\.(\d+)\./.exec([...frames][0] ?? '')?.[1] ?? Infinity);
  for (let turn = 0; turn < 400 && frames.size < all(); turn += 1) {
    frames.add(await trellis.at('frames').getAttribute('data-frame'));
    await trellis.page.waitForTimeout(60);
  }
  assert.equal(frames.size, all(), 'every picture goes by');
  return frames;
}

/** A camera that sees nothing, and a detector that reads these texts out of it. */
const eyes = (texts) => `
  const waiting = ${JSON.stringify(texts)};
  globalThis.BarcodeDetector = class { async detect() { const rawValue = waiting.shift(); return rawValue ? [{ rawValue }] : []; } };
  navigator.mediaDevices.getUserMedia = async () => {
    const canvas = document.createElement('canvas');
    canvas.getContext('2d').fillRect(0, 0, 9, 9);
    return canvas.captureStream(5);
  };`;

describe('the page that opens a file alone', () => {
  test('works from a disk, without a network, and shows what is in a file', story({}, async ({ visit, context, watch }) => {
    // The page from the disk, and the connection that its policy forbids.
    watch.allow(/file:|example\.org/);
    const trellis = await practised(visit, 2);
    const { bytes } = await locked(trellis);
    const given = answers(await unlocked(bytes, PASSPHRASE));
    const [download] = await Promise.all([trellis.page.waitForEvent('download'), trellis.at('opener').click()]);
    const kept = await readFile(await download.path(), 'utf8');
    assert.equal(kept, await readFile(path.join(DIST, 'open-progress-file.html'), 'utf8'), 'it is the page of the release');
    await context.setOffline(true);
    const page = await context.newPage();
    await page.goto(`file://${path.join(DIST, 'open-progress-file.html')}`);
    assert.equal(await page.locator('#asleep').isVisible(), false, 'its own script may run');
    const file = (buffer) => ({ name: 'mine.trellis', mimeType: 'application/octet-stream', buffer });
    await page.locator('#file').setInputFiles(file(bytes));
    await page.locator('#passphrase').fill('no');
    await page.locator('#locked button').click();
    await page.getByText(/does not open the file/).waitFor();
    await page.locator('#passphrase').fill(PASSPHRASE);
    await page.locator('#locked button').click();
    await page.locator('#found').waitFor();
    assert.match(await page.locator('#sum').innerText(), /Whole/);
    assert.equal(await page.locator('#rows tr').count(), given.length);
    const [saved] = await Promise.all([page.waitForEvent('download'), page.locator('#plain').click()]);
    assert.deepEqual(answers(await readFile(await saved.path())), given, 'and it gives them out');
    const forbidden = await page.evaluate(() => fetch('https://example.org').then(() => 'sent', () => 'refused'));
    assert.equal(forbidden, 'refused');
    await page.close();
    await context.setOffline(false);
  }));
});
