// Everyone can use it: by keyboard alone, with a screen reader, in every colour scheme and on every size of screen.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { stage } from './harness.mjs';
import { SCENES } from './scenes.mjs';
import { releaseMap } from './site.mjs';
import { NEVER_RIGHT } from './trellis.mjs';

const story = stage();
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All rules once; where only colours change, those about colours, and for high contrast the stricter one. */
const THEMES = [
  ['light', null],
  ['dark', ['color-contrast', 'link-in-text-block']],
  ['contrast', ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block']],
];

describe('the keyboard', () => {
  test('alone, from the first page to the fifth answer', story({}, async ({ visit }) => {
    const trellis = await visit();
    const keys = new Keys(trellis);
    await keys.to('[data-test="start"]');
    await keys.press('Enter');
    await trellis.shows('grade');
    await keys.to('[data-test="grade"]');
    await keys.press('Enter');
    await trellis.question();
    for (let number = 1; number <= 5; number += 1) {
      const { id } = await trellis.question();
      await answerByKeys(keys, trellis);
      if (number === 5) break;
      await keys.to('#next');
      await keys.press('Enter');
      await trellis.page.waitForFunction((old) => document.querySelector('[data-test="question"]')?.dataset.item !== old, id);
      await trellis.settled();
      if (await trellis.all('aside').count() > 0) {
        assert.ok(await keys.at('#main-heading'), `help is read from its heading, not from ${await keys.where()}`);
        await keys.to('[data-test="aside-go"]');
        await keys.press('Enter');
        await trellis.question();
        await trellis.settled();
      }
      assert.ok(await keys.at('.field, .choices input, [data-test="figure"]'), `focus is where the next answer goes, not ${await keys.where()}`);
    }
    await trellis.saved();
  }));

  test('chooses among answers', story({}, async ({ visit }) => {
    const trellis = await visit(routeOf((entry) => entry.options > 2));
    const keys = new Keys(trellis);
    await keys.to('.choices input');
    await keys.press('ArrowDown');
    await keys.press('Enter');
    assert.notEqual(await trellis.verdict(), 'none');
  }));

  test('places a point on a number line', story({}, async ({ visit }) => {
    const trellis = await visit(await routeWithFigure(visit));
    const keys = new Keys(trellis);
    await keys.to('[data-test="figure"]');
    await keys.press('ArrowRight');
    await keys.press('ArrowRight');
    const first = await trellis.at('answer').inputValue();
    assert.notEqual(first, '', 'the line types into the field');
    await keys.press('ArrowRight');
    assert.notEqual(await trellis.at('answer').inputValue(), first);
    assert.ok(await keys.at('[data-test="figure"]'), 'focus stays on the line');
    await keys.press('Enter');
    assert.notEqual(await trellis.verdict(), 'none');
  }));

  test('skips to the page, and the address stays what it was', story({}, async ({ visit }) => {
    const trellis = await visit('#/settings');
    const keys = new Keys(trellis);
    await keys.to('.skip');
    await keys.press('Enter');
    assert.ok(await keys.at('#main-heading'));
    assert.match(trellis.page.url(), /#\/settings$/);
  }));

  test('never falls off the page: every page change leaves focus somewhere sensible', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.muddleThrough();
    const keys = new Keys(trellis);
    for (const route of ['#/', '#/progress', '#/settings', '#/learners', '#/practice', '#/no/such/page']) {
      await trellis.go(route);
      assert.notEqual(await keys.where(), 'body', route);
    }
  }));
});

describe('axe', () => {
  for (const locale of ['en', 'es']) {
    test(`finds nothing on any page, in light, dark and high contrast (${locale})`, story({ locale }, async ({ visit, watch }) => {
      watch.allowAttempts();
      const trellis = await visit();
      const found = [];
      for (const scene of SCENES) {
        await scene.go(trellis);
        for (const [theme, rules] of THEMES) found.push(...await looked(trellis, `${scene.name}, ${theme}`, theme, rules));
      }
      assert.deepEqual(found, []);
    }));
  }
});

describe('every size of screen', () => {
  const sizes = [
    { name: 'a Chromebook', width: 1366, height: 768 },
    { name: 'a phone', width: 390, height: 844 },
    { name: '400 % zoom on a Chromebook', width: 341, height: 500 },
  ];
  for (const { name, width, height } of sizes) {
    test(`nothing runs out of ${name}, and everything can be hit`, story({ viewport: { width, height }, locale: width < 400 ? 'es' : 'en' }, async ({ visit, watch }) => {
      watch.allowAttempts();
      const trellis = await visit();
      const found = [];
      for (const scene of SCENES) {
        await scene.go(trellis);
        const wide = await trellis.page.evaluate(() => document.scrollingElement.scrollWidth - innerWidth);
        if (wide > 0) found.push(`${scene.name}: ${wide} px too wide`);
        found.push(...(await trellis.page.evaluate(smallTargets)).map((target) => `${scene.name}: ${target}`));
      }
      assert.deepEqual(found, []);
    }));
  }
});

/** The keyboard, and where it is. */
class Keys {
  constructor(trellis) {
    this.trellis = trellis;
    this.page = trellis.page;
  }

  async press(key) {
    await this.page.keyboard.press(key);
    await this.trellis.settled();
  }

  /** Tabs to the first element that fits. Every stop on the way must be seen and must not be the page itself. */
  async to(selector) {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await this.at(selector)) return;
      await this.press('Tab');
      const stop = await this.page.evaluate(seenFocus);
      assert.equal(stop.problem, null, `${stop.name}: ${stop.problem}`);
    }
    assert.fail(`60 tabs do not lead to ${selector}`);
  }

  at(selector) {
    return this.page.evaluate((wanted) => document.activeElement.matches(wanted), selector);
  }

  where() {
    return this.page.evaluate(() => document.activeElement?.localName ?? 'body');
  }
}

async function answerByKeys(keys, trellis) {
  const { typed } = await trellis.question();
  const tries = await trellis.verdict() === 'again' ? 1 : 0;
  await keys.to(typed ? '[data-test="answer"]' : '.choices input');
  if (typed) {
    await keys.press('Control+a');
    await trellis.page.keyboard.type(NEVER_RIGHT[tries]);
    await trellis.settled();
  } else {
    await keys.press(tries === 0 ? 'Space' : 'ArrowDown');
  }
  await keys.press('Enter');
  const verdict = await trellis.verdict();
  assert.notEqual(verdict, 'none', 'Enter checks');
  assert.notEqual(await keys.where(), 'body', `focus after "${verdict}"`);
  if (verdict === 'again') await answerByKeys(keys, trellis);
  if (await trellis.all('last-step').count() > 0) {
    await keys.to('[data-test="last-step"]');
    await trellis.page.keyboard.type(NEVER_RIGHT[0]);
    await keys.press('Enter');
    assert.equal(await trellis.all('last-step').count(), 0);
    assert.notEqual(await keys.where(), 'body', 'focus after the last step');
  }
}

/** Runs in the page: whether the element with focus can be seen and shows that it has it. */
function seenFocus() {
  const element = document.activeElement;
  if (!element || element === document.body) return { name: 'body', problem: null };
  const name = element.dataset.test ?? element.id ?? element.localName;
  const marked = (target) => {
    const style = getComputedStyle(target);
    return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
  };
  // A radio button is drawn by what stands beside it, a file chooser by its label.
  const faces = [element, element.nextElementSibling, element.closest('label')].filter(Boolean);
  const box = (element.matches('input[type="radio"], input[type="checkbox"], input[type="file"]') ? element.closest('label') ?? element : element).getBoundingClientRect();
  const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0;
  return { name, problem: !inside ? 'is out of sight' : faces.some(marked) ? null : 'does not show its focus' };
}

/** Runs in the page: what can be pressed and is smaller than 44 px either way. */
function smallTargets() {
  const pressable = 'button, a[href], summary, input:not([type="radio"], [type="checkbox"], [type="file"]), label:has(input), [role="slider"]';
  const shown = (element) => {
    const style = getComputedStyle(element);
    return element.checkVisibility() && style.visibility !== 'hidden' && !element.closest('.visually-hidden, .skip');
  };
  return [...document.querySelectorAll(pressable)].filter(shown).flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    const small = width < 43.5 || height < 43.5;
    const name = element.dataset.test ?? element.className ?? element.localName;
    return small ? [`${name} "${element.innerText.trim().slice(0, 20)}" is ${Math.round(width)} x ${Math.round(height)}`] : [];
  });
}

async function looked(trellis, name, theme, rules) {
  await trellis.page.evaluate((wanted) => document.documentElement.setAttribute('data-theme', wanted), theme);
  await trellis.page.evaluate(axe);
  const violations = await trellis.page.evaluate(async (only) => {
    const found = await axe.run(document, only ? { runOnly: only } : {});
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 120)} (${node.any[0]?.message ?? ''})`).join('; ')}`);
  }, rules);
  return violations.map((violation) => `${name}: ${violation}`);
}

function routeOf(fits) {
  const entries = releaseMap().map.skills.flatMap((skill) => skill.items ?? []);
  const { item, level } = entries.find(fits) ?? assert.fail('the release has no such item');
  return `#/q/${item}@${level}/1`;
}

async function routeWithFigure(visit) {
  const trellis = await visit();
  const entries = releaseMap().map.skills.flatMap((skill) => skill.items ?? []);
  for (const { item, level } of entries.filter((entry) => entry.plain && !entry.options && entry.tags?.includes('picture'))) {
    const route = `#/q/${item}@${level}/1`;
    await trellis.go(route);
    await trellis.page.waitForSelector(`[data-item="${item}@${level}/1"]`);
    if (await trellis.page.locator('[data-test="figure"] .number-line, [data-test="figure"]').count() > 0) return route;
  }
  return assert.fail('the release has no question that is answered in its figure');
}
