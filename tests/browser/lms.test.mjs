// The SCORM 1.2 package inside a learning platform: a page of another kind, with a runtime that others wrote.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { validateXML } from 'xmllint-wasm';
import { openShared, SCREEN } from './browser.mjs';
import { shiftClock } from './harness.mjs';
import { mastered } from './progress-file.mjs';
import { XTASK } from './server.mjs';
import { DIST, releaseMap } from './site.mjs';
import { Trellis } from './trellis.mjs';
import { words } from './words.mjs';

const modules = path.join(import.meta.dirname, 'node_modules');
const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', json: 'application/json' };

/** What the platform keeps between two launches is what the runtime is given at the start. */
const platform = (kept, sandbox) => `<!doctype html><meta charset="utf-8"><title>A platform</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100vh; }</style>
<script src="/scorm12.js"></script>
<script>
  globalThis.API = new Scorm12API({ autocommit: false, logLevel: 5 });
  API.loadFromJSON(${JSON.stringify(kept)}, '');
  globalThis.commits = 0;
  API.on('LMSCommit', () => { commits += 1; });
  globalThis.ended = false;
  API.on('LMSFinish', () => { ended = true; });
</script>
<iframe src="/course/index.html"${sandbox ? ` sandbox="${sandbox}"` : ''}></iframe>`;

class Platform {
  static async open(folder) {
    const here = new Platform();
    here.kept = { core: {} };
    here.server = createServer(async (request, response) => {
      const name = decodeURIComponent(request.url.split('?')[0]);
      const body = await here.#body(name, folder).catch(() => null);
      response.writeHead(body === null ? 404 : 200, { 'Content-Type': TYPES[name.split('.').pop()] ?? 'text/html' });
      response.end(body ?? '');
    });
    await new Promise((done) => here.server.listen(0, '127.0.0.1', done));
    here.address = `http://127.0.0.1:${here.server.address().port}/`;
    return here;
  }

  #body(name, folder) {
    if (name === '/') return Promise.resolve(platform(this.kept, this.sandbox));
    if (name === '/scorm12.js') return readFile(path.join(modules, 'scorm-again/dist/scorm12.min.js'));
    return readFile(path.join(folder, name.replace('/course/', '')));
  }

  stop() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }
}

describe('a learning platform', () => {
  let folder;
  let browser;
  let lms;
  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'trellis-scorm-'));
    const where = ['--out', path.join(folder, 'course.zip'), '--folder', path.join(folder, 'course')];
    await promisify(execFile)(XTASK, ['package', 'scorm12', '--release', DIST, ...where]);
    lms = await Platform.open(path.join(folder, 'course'));
    browser = await openShared();
  });
  after(async () => {
    await browser?.close();
    await lms?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  /** Opens the course as a learner does; what the runtime holds can be asked. */
  async function launch(kept, sandbox = '') {
    Object.assign(lms, { kept, sandbox });
    const context = await browser.newContext({ ...SCREEN, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const wrong = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    await page.goto(lms.address);
    const frame = page.frames().find((one) => one.url().includes('/course/'));
    const trellis = new Trellis(Object.assign(frame, { setDefaultTimeout() {} }), lms.address);
    await trellis.ready();
    const held = (name) => page.evaluate((what) => API.lmsGetValue(what), name);
    return { context, page, trellis, held, wrong };
  }

  test('takes the package in: its manifest is valid, and names every file there is', async () => {
    const read = async (name) => ({ fileName: name, contents: await readFile(path.join(import.meta.dirname, 'scorm12', name), 'utf8') });
    const [schema, types] = await Promise.all(['manifest.xsd', 'adlcp.xsd'].map(read));
    const manifest = await readFile(path.join(folder, 'course/imsmanifest.xml'), 'utf8');
    const check = (text) => validateXML({ xml: { fileName: 'imsmanifest.xml', contents: text }, schema: [schema], preload: [types] });
    const found = await check(manifest);
    assert.deepEqual(found.errors.map((error) => error.message), []);
    for (const [right, wrong] of [['"sco"', '"game"'], ['isvisible="true"', 'isvisible="maybe"'], ['<title>Trellis</title>', '']]) {
      assert.equal((await check(manifest.replace(right, wrong))).valid, false, `the check sees ${wrong}`);
    }
    for (const [, href] of manifest.matchAll(/<file href="([^"]+)"/g)) await readFile(path.join(folder, 'course', href));
  });

  test('launches it, keeps where it was left, and is told nothing but that', async () => {
    const { context, page, trellis, held, wrong } = await launch({ core: {} });
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.saved();
    assert.equal(await held('cmi.core.lesson_status'), 'incomplete');
    assert.equal(await held('cmi.core.score.raw'), '0');
    assert.equal(await held('cmi.core.score.max'), String(releaseMap().map.skills.filter(({ items }) => items.length).length));
    assert.ok(await page.evaluate(() => commits) > 0, 'it was committed');
    const suspended = await held('cmi.suspend_data');
    assert.match(suspended, /^[0-9A-Z-]{1,4096}$/, 'signs of a code, and no more than the standard allows');

    await page.evaluate(() => document.querySelector('iframe').remove());
    await page.waitForFunction(() => ended);
    assert.deepEqual(wrong, []);
    await context.close();
  });

  test('brings back what was mastered when the browser was wiped in between', async () => {
    const skills = releaseMap().map.skills.filter((skill) => skill.items.length > 0 && skill.grade <= 3).slice(0, 9).map(({ id }) => id);
    const first = await launch({ core: {} });
    await first.trellis.choose(mastered(skills));
    await first.trellis.press(words('preview-yes'));
    await first.trellis.saved();
    await first.trellis.go('#/practice');
    await first.trellis.muddleThrough();
    await first.trellis.saved();
    const suspended = await first.held('cmi.suspend_data');
    assert.ok(Number(await first.held('cmi.core.score.raw')) >= skills.length, 'confirmed skills are the score');
    await first.context.close();

    const again = await launch({ suspend_data: suspended, core: { lesson_status: 'incomplete' } });
    await again.trellis.shows('home');
    await again.trellis.go('#/practice');
    const { item } = await again.trellis.question();
    assert.ok(item);
    await again.trellis.saved();
    assert.equal(await again.held('cmi.suspend_data'), suspended, 'the same skills are kept on');
    assert.deepEqual([...first.wrong, ...again.wrong], []);
    await again.context.close();
  });

  test('shows the name that the host wrote into the package', async () => {
    const file = path.join(folder, 'course/config.json');
    assert.equal((await readFile(file, 'utf8')).trim(), '{}', 'the package has the file to be edited');
    await writeFile(file, JSON.stringify({ name: 'Lincoln Elementary' }));
    const { context, trellis, wrong } = await launch({ core: {} });
    await trellis.page.waitForFunction(() => document.querySelector('.wordmark')?.innerText.trim() === 'Lincoln Elementary');
    await writeFile(file, '{}\n');
    assert.deepEqual(wrong, []);
    await context.close();
  });

  test('may forbid downloads: the file is there as text to copy, and the text brings it back', async () => {
    const { context, page, trellis, wrong } = await launch({ core: {} }, 'allow-scripts allow-same-origin');
    let downloads = 0;
    page.on('download', () => { downloads += 1; });
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.saved();
    const state = await trellis.state();
    // Nobody claims that a file was saved: the way to the text opens instead.
    await trellis.at('export').click();
    await trellis.shows('carry');
    assert.equal(downloads, 0, 'the sandbox forbids it');
    assert.ok((await trellis.text()).includes(words('carry-framed')));
    assert.ok(!(await trellis.text()).includes(words('export-done')));
    await trellis.at('as-text-go').click();
    await trellis.at('as-text').waitFor();
    const text = await trellis.at('as-text').inputValue();
    assert.match(text, /^TRELLIS-TEXT-1\n[A-Za-z0-9+/=\n]+$/);
    assert.deepEqual(wrong, []);
    await context.close();

    // In a browser that knows nothing, half of it at first.
    const again = await launch({ core: {} }, 'allow-scripts allow-same-origin');
    await again.trellis.at('code').click();
    await again.trellis.shows('carry');
    const paste = async (what) => {
      await again.trellis.at('pasted').fill(what);
      await again.trellis.press(words('carry-paste-go'));
      await again.trellis.at('preview').waitFor();
    };
    await paste('nothing of the kind');
    assert.ok((await again.trellis.text()).includes(words('import-not-ours')));
    await again.trellis.press(words('ok'));
    await paste(text.replaceAll('\n', '\r\n  '));
    await again.trellis.press(words('preview-yes'));
    await again.trellis.saved();
    assert.equal(await again.trellis.state(), state, 'the same record');
    assert.deepEqual(again.wrong, []);
    await again.context.close();
  });

  test('hears that a day is done when its plan is', async () => {
    const { context, page, trellis, held } = await launch({ core: {} });
    await trellis.begin();
    for (let number = 0; number < 3; number += 1) {
      await trellis.muddleThrough();
      if (number < 2) await trellis.next();
    }
    await trellis.all('mode').nth(1).click();
    await trellis.page.evaluate(shiftClock, 0);
    for (let number = 0; number < 90 && await held('cmi.core.lesson_status') !== 'completed'; number += 1) {
      // A child thinks for a while, on a quick machine too.
      await trellis.page.evaluate(() => { globalThis.clockShift += 20_000; });
      await trellis.muddleThrough();
      await trellis.saved();
      await trellis.next();
      if (await trellis.all('again').count()) break;
    }
    await page.waitForFunction(() => API.lmsGetValue('cmi.core.lesson_status') === 'completed');
    assert.ok(await page.evaluate(() => commits) > 3);
    await context.close();
  });
});
