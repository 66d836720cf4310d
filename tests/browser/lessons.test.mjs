// Lessons, the unit files behind them, and the whole course kept on the device.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { stage } from './harness.mjs';
import { DIST, releaseMap } from './site.mjs';
import { NEVER_RIGHT } from './trellis.mjs';
import { words } from './words.mjs';

const story = stage();
const { map } = releaseMap();
const taught = map.skills.filter((skill) => skill.lesson);
/** A lesson with everything: paths to its idea, a worked example with its reason, boxes to fill. */
const whole = taught.find((skill) => {
  const unit = map.units.find(({ id }) => id === skill.lesson);
  const { lesson } = JSON.parse(readFileSync(path.join(DIST, 'packs', unit.file), 'utf8'));
  const { part } = lesson.find((one) => one.skill === skill.id);
  return part.filter(({ n }) => n === part[0].n).length > 1 && part.some(({ why }) => why) && part.some(({ faded }) => faded);
});

/** Goes through a lesson by keys alone, doing at every step what it asks for; gives the headings of the steps. */
async function goThrough(trellis) {
  const headings = [];
  const count = Number(/(\d+)\D*$/.exec(await trellis.page.locator('.place').innerText())[1]);
  for (let step = 1; step <= count; step += 1) {
    await trellis.page.waitForFunction((number) => new RegExp(`\\b${number}\\b`).test(document.querySelector('.place').innerText), step);
    headings.push(await trellis.page.locator('.lesson-step').innerText());
    await act(trellis);
    if (step < count) await trellis.at('lesson-on').press('Enter');
    await trellis.settled();
  }
  return headings;
}

async function act(trellis) {
  while (await trellis.all('lesson-more').count()) {
    await trellis.at('lesson-more').press('Enter');
    await trellis.settled();
  }
  for (let tries = 0; tries < 3 && await trellis.page.locator('[data-test="why"] input:enabled').count(); tries += 1) {
    await trellis.page.locator('[data-test="why"] input').nth(tries).press('Space');
    await trellis.settled();
    assert.notEqual((await trellis.at('lesson-said').innerText()).trim(), '', 'every choice has a reply');
  }
  for (let tries = 0; tries < 12 && await trellis.all('last-step').count() && !await trellis.all('question').count(); tries += 1) {
    await trellis.at('last-step').fill(NEVER_RIGHT[tries % 2]);
    await trellis.at('last-step').press('Enter');
    await trellis.settled();
  }
}

describe('a lesson', () => {
  test('leads from an idea to a try, by keys alone, and nothing of it is recorded', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.muddleThrough();
    const before = await trellis.state();
    await trellis.go(`#/lesson/${whole.id}`);
    await trellis.shows('lesson');
    const headings = await goThrough(trellis);
    assert.equal(headings[0], words('lesson-idea'));
    for (const kind of ['lesson-worked', 'lesson-faded']) assert.ok(headings.includes(words(kind)), `${headings}`);
    assert.ok([words('lesson-try'), words('lesson-mistake')].includes(headings.at(-1)), `${headings}`);
    assert.equal(await trellis.state(), before, 'the record is what it was');
  }));

  test('shows one idea on several paths, and keeps to the path that was chosen', story({}, async ({ visit }) => {
    const trellis = await visit(`#/lesson/${whole.id}`);
    await trellis.shows('lesson');
    const paths = trellis.all('path');
    assert.ok(await paths.count() > 1);
    const first = await trellis.at('lesson-card').innerText();
    await paths.nth(1).locator('input').check();
    await trellis.settled();
    assert.notEqual(await trellis.at('lesson-card').innerText(), first);
    await trellis.at('lesson-on').click();
    await trellis.at('lesson-back').click();
    assert.ok(await paths.nth(1).locator('input').isChecked());
  }));

  test('comes back at the same step after a reload, in either language', story({}, async ({ visit }) => {
    const trellis = await visit(`#/lesson/${whole.id}`);
    await trellis.at('lesson-on').click();
    await trellis.at('language').click();
    await trellis.settled();
    assert.match(await trellis.page.locator('.place').innerText(), /^Parte 2 de/);
    await trellis.reload();
    assert.match(await trellis.page.locator('.place').innerText(), /^Parte 2 de/);
  }));

  test('is one press away from a shown solution and from the list of skills', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.go('#/progress');
    await trellis.shows('progress');
    assert.equal(await trellis.all('lesson').count(), taught.length);
    await trellis.at('lesson').click();
    await trellis.shows('lesson');
    await trellis.at('lesson-leave').click();
    await trellis.shows('practice');
    for (let turn = 0; turn < 10; turn += 1) {
      await trellis.muddleThrough();
      const way = trellis.page.getByRole('button', { name: words('lesson-see') });
      if (await way.count()) {
        await way.click();
        await trellis.shows('lesson');
        return;
      }
      await trellis.next();
    }
    assert.fail('no question of ten belonged to a skill with a lesson');
  }));

  test('of a skill that has none says so', story({}, async ({ visit }) => {
    const trellis = await visit('#/lesson/no.such');
    await trellis.shows('trouble');
    assert.ok((await trellis.text()).includes(words('trouble-lesson-title')));
  }));
});

describe('unit files', () => {
  test('the first question of a learner waits for no file of the wider vocabulary', story({ serviceWorkers: 'block' }, async ({ visit, site }) => {
    const parts = map.units.filter((unit) => unit.wider).flatMap((unit) => [unit.file, ...Object.values(unit.locales)]);
    for (const grade of [0, 3, 4, 5, 8]) {
      const trellis = await visit();
      await trellis.go('#/learners');
      await trellis.at('learner-add').click();
      site.asked = [];
      await trellis.begin(grade);
      await trellis.question();
      const asked = site.asked.map(({ url }) => url.replace('/packs/', ''));
      assert.ok(!asked.some((name) => parts.includes(name)), `grade ${grade}: ${asked}`);
    }
  }));
});

describe('the whole course on this device', () => {
  test('is fetched in sight, and every lesson opens with the host gone', story({}, async ({ visit, site, watch }) => {
    watch.allow(/Failed to load resource/);
    // Nothing of the course arrives with the app.
    site.lie(/packs\/.*(lessons|wide)/, () => 503);
    const trellis = await visit();
    await trellis.begin();
    await trellis.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
    await trellis.go('#/settings');
    await trellis.at('course-keep').click();
    await trellis.page.waitForSelector('[data-test="course-said"] .notice');
    assert.match(await trellis.at('course-said').innerText(), /The others did not arrive/);
    site.honest();
    await trellis.at('course-keep').click();
    await trellis.page.waitForFunction(() => /on this device/.test(document.querySelector('[data-test="course-said"]').innerText));
    await site.stop();
    for (const skill of taught.slice(0, 3)) {
      await trellis.page.close();
      const later = await visit(`#/lesson/${skill.id}`);
      await later.shows('lesson');
      assert.ok((await later.text()).includes(skill.name.en));
      trellis.page = later.page;
    }
  }));

  test('cannot be kept where the browser has no service worker, and says so', story({ serviceWorkers: 'block' }, async ({ visit }) => {
    const trellis = await visit('#/settings', { before: () => { delete Navigator.prototype.serviceWorker; } });
    await trellis.at('course-keep').click();
    await trellis.page.waitForSelector('[data-test="course-said"] .notice');
    assert.equal((await trellis.at('course-said').innerText()).trim(), words('course-impossible'));
  }));
});
