// Hostile packs: every text field of a pack holds every hostile text, and nothing runs and nobody is asked.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { stage } from './harness.mjs';
import { PLAIN, SPECIAL } from './hostile-bodies.mjs';
import { DIST, releaseMap } from './site.mjs';

const story = stage();
const { map } = releaseMap();

/** Keys of a translated pack that are not shown; everything else in it is text. */
const NAMES = new Set(['id', 'unit', 'skill', 'locale', 'item']);

const read = (file) => JSON.parse(readFileSync(path.join(DIST, 'packs', file), 'utf8'));

/** Every value with each text changed. */
function changed(value, change, key = '') {
  if (typeof value === 'string') return NAMES.has(key) ? value : change(value);
  if (Array.isArray(value)) return value.map((inner) => changed(inner, change, key));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner, change, name)]));
}

function keys(value, key = '', found = new Set()) {
  if (typeof value === 'string' && !NAMES.has(key)) found.add(key);
  else if (Array.isArray(value)) value.forEach((inner) => keys(inner, key, found));
  else if (value && typeof value === 'object') for (const [name, inner] of Object.entries(value)) keys(inner, name, found);
  return found;
}

/** Of each Spanish file the item with the most kinds of text, with a level; the first has more than any other. */
function chosenItems() {
  const levels = new Map(map.skills.flatMap((skill) => skill.items.map(({ item, level }) => [item, level])));
  const richest = map.units.flatMap((unit) => {
    const file = unit.locales?.es;
    const items = (file ? read(file).item ?? [] : []).filter(({ id }) => levels.has(id));
    const known = items.map((item) => ({ id: item.id, level: levels.get(item.id), kinds: keys(item).size }));
    return known.sort((one, other) => other.kinds - one.kinds).slice(0, 1);
  });
  return richest.sort((one, other) => other.kinds - one.kinds);
}

/** From now on these items' Spanish texts end in this. */
function poison(site, ids, text) {
  const more = (old) => `${old} ${text}`;
  site.lie(/^packs\/.*\.es-\w+\.json$/, (body) => {
    const pack = JSON.parse(body);
    for (const name of ['item', 'lesson', 'skill']) {
      pack[name] = pack[name]?.map((entry) => (ids.has(entry.id) || name !== 'item' ? changed(entry, more) : entry));
    }
    return JSON.stringify(pack);
  });
  site.lie(/^packs\/map-\w+\.json$/, (body) => {
    const course = JSON.parse(body);
    for (const skill of course.skills.slice(0, 8)) skill.name = changed(skill.name, more);
    return JSON.stringify(course);
  });
}

/** What ran, and everything that a browser says about running. */
async function ears(context) {
  const heard = [];
  await context.exposeFunction('hostile', (what) => heard.push(`ran: ${what}`));
  context.on('page', (page) => page.on('dialog', (dialog) => { heard.push(`dialog: ${dialog.message()}`); dialog.dismiss(); }));
  return heard;
}

/** Does everything that shows texts of a question: misses it twice, opens its hints. */
async function seeAll(trellis) {
  await trellis.muddleThrough();
  for (let turn = 0; turn < 4; turn += 1) {
    const hint = trellis.at('hint');
    if (await hint.count() === 0 || await hint.isDisabled()) break;
    await hint.click();
    await trellis.settled();
  }
}

describe('a hostile pack', () => {
  test(`${PLAIN.length} texts in every text field of questions: nothing runs, nobody is asked`, story({ locale: 'es' }, async ({ visit, site, context }) => {
    assert.ok(PLAIN.length + SPECIAL.length >= 163, `${PLAIN.length} and ${SPECIAL.length} hostile texts`);
    const heard = await ears(context);
    const items = chosenItems();
    poison(site, new Set(items.map(({ id }) => id)), PLAIN.join(' '));
    let shown = 0;
    for (const { id, level } of items) {
      const trellis = await visit(`#/q/${id}@${level}/3`);
      await trellis.at('question').waitFor();
      // A question that they spoil is asked in the other language instead.
      shown += (await trellis.at('question').innerText()).includes('<script>hostile(1)</script>') ? 1 : 0;
      await seeAll(trellis);
      assert.deepEqual(heard, []);
      await trellis.page.close();
    }
    assert.ok(shown * 2 > items.length, `${shown} of ${items.length} show hostile texts as texts`);
    console.log(`hostile texts: ${PLAIN.length} in every field of ${items.length} questions (${shown} show them), ${heard.length} executions`);
  }));

  test('the same in names of skills, in lessons, on the map and in lists', story({ locale: 'es' }, async ({ visit, site, context }) => {
    const heard = await ears(context);
    poison(site, new Set(), PLAIN.join(' '));
    const trellis = await visit();
    await trellis.begin(3);
    for (const route of ['#/', '#/progress', '#/map', `#/skill/${map.skills[0].id}`, `#/skill/${map.skills[1].id}`, '#/settings']) {
      await trellis.go(route);
      await trellis.page.waitForTimeout(300);
      assert.deepEqual(heard, [], route);
    }
    const lesson = map.skills.find((skill) => skill.lesson);
    for (const part of [1, 2, 3]) {
      await trellis.go(`#/lesson/${lesson.id}/${part}`);
      await trellis.page.waitForTimeout(500);
      assert.deepEqual(heard, [], `part ${part} of a lesson`);
    }
    assert.ok((await trellis.page.locator('main').innerText()).includes('hostile(1)'), 'hostile texts are shown as texts');
  }));

  test(`${SPECIAL.length} texts with signs of the notation: each alone, in every field; at worst the question is refused`, story({ locale: 'es' }, async ({ visit, site, context }) => {
    const heard = await ears(context);
    const [{ id, level }] = chosenItems();
    for (const body of SPECIAL) {
      site.honest();
      poison(site, new Set([id]), body);
      const trellis = await visit(`#/q/${id}@${level}/3`);
      await trellis.page.locator('[data-test="question"], [data-test="trouble"]').first().waitFor();
      assert.deepEqual(heard, [], JSON.stringify(body));
      await trellis.page.close();
    }
  }));
});
