// How a learner sees and steers what comes, with the release in a real browser.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAY, stage } from './harness.mjs';
import { records } from './progress-file.mjs';
import { releaseMap } from './site.mjs';
import { Answers } from './trellis.mjs';
import { words } from './words.mjs';

const story = stage();

/** From the welcome page past the question of who is learning. */
async function settled(visit) {
  const trellis = await visit();
  await trellis.begin();
  for (let number = 0; number < 3; number += 1) {
    await trellis.muddleThrough();
    if (number < 2) await trellis.next();
  }
  await trellis.all('mode').nth(1).click();
  await trellis.question();
  return trellis;
}

const home = async (trellis) => {
  await trellis.go('#/');
  await trellis.shows('home');
};

describe('home', () => {
  test('has a plan in the minutes chosen, reasons behind "why this?", and "not now"', story({}, async ({ visit }) => {
    const trellis = await settled(visit);
    await home(trellis);
    assert.match(await trellis.at('plan').innerText(), /Today: about 10 minutes/);
    await trellis.all('minutes').nth(0).click();
    await trellis.page.getByText('Today: about 5 minutes').waitFor();
    const reason = trellis.at('reason');
    assert.equal(await reason.isVisible(), false);
    await trellis.page.locator('.coming summary').click();
    assert.notEqual((await reason.innerText()).trim(), '');
    const before = await trellis.page.locator('.coming h2').innerText();
    await trellis.at('not-now').click();
    await trellis.page.waitForFunction((old) => document.querySelector('.coming h2')?.innerText !== old, before);
    await trellis.saved();
    await trellis.reload();
    assert.notEqual(await trellis.page.locator('.coming h2').innerText(), before, 'not today');
  }));

  test('the next day begins with a plan of its own', story({}, async ({ visit }) => {
    const today = await settled(visit);
    await today.saved();
    await today.page.close();
    const tomorrow = await visit('#/', { clock: DAY });
    await tomorrow.shows('home');
    assert.ok(await tomorrow.page.locator('.plan-parts li').count() > 0);
    await tomorrow.at('go').click();
    await tomorrow.question();
  }));
});

describe('a skill', () => {
  test('is proved in a few questions, once a day, and its page has the answers that earned it', story({}, async ({ visit }) => {
    const answers = new Answers(await visit('#/practice'));
    const trellis = await settled(visit);
    const skill = releaseMap().map.skills.find((each) => each.items?.some((item) => item.level >= 2));
    await trellis.go(`#/skill/${skill.id}`);
    await trellis.shows('skill');
    await trellis.at('prove').click();
    for (let number = 1; await trellis.page.locator('main[data-page="skill"]').count() === 0; number += 1) {
      const { id } = await trellis.question();
      assert.match(await trellis.text(), new RegExp(`Question ${number} of \\d`));
      await trellis.answerRight(answers);
      await trellis.at('next').click();
      await trellis.page.waitForFunction((old) => document.querySelector('[data-test="skill-page"]')
        || document.querySelector('[data-test="question"]')?.dataset.item !== old, id);
    }
    assert.match(await trellis.at('skill-page').innerText(), /Today you showed (\d) of \1 on your own/);
    assert.ok(await trellis.page.locator('.earned li').count() >= 2);
    assert.equal(await trellis.at('prove').isEnabled(), false);
    assert.match(await trellis.text(), new RegExp(words('skill-tried')));
  }));

  test('becomes a goal with an honest range, and is put away again', story({}, async ({ visit }) => {
    const trellis = await settled(visit);
    await home(trellis);
    await trellis.at('goal-go').click();
    await trellis.shows('map');
    await trellis.all('map-skill').last().click();
    await trellis.shows('skill');
    const name = await trellis.page.locator('h1').innerText();
    await trellis.all('goal-when').nth(1).click();
    await trellis.page.getByText(/14 days left/).waitFor();
    await trellis.saved();
    await trellis.reload();
    await home(trellis);
    const card = await trellis.at('goal').innerText();
    assert.ok(card.includes(name), card);
    assert.match(card, /Probably (\d+ to \d+|\d+|one) days?,/);
    await trellis.at('goal-go').click();
    await trellis.at('goal-clear').click();
    await trellis.page.getByText(words('goal-make')).waitFor();
  }));

  test('after three misses one like them is worked out, and then one comes for the learner alone', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    const { item } = await trellis.question();
    const skill = releaseMap().map.skills.find((each) => each.items?.some((entry) => entry.item === item)).id;
    await trellis.go(`#/skill/${skill}`);
    await trellis.at('practise').click();
    await trellis.missUntilHelp();
    assert.ok(await trellis.page.locator('.aside .steps li').count() > 0, 'step by step');
    await trellis.at('aside-go').click();
    await trellis.question();
  }));
});

describe('the map', () => {
  test('is walked by keyboard alone, and the list shows the same skills', story({}, async ({ visit }) => {
    const trellis = await settled(visit);
    await trellis.go('#/map');
    await trellis.shows('map');
    const drawn = await trellis.all('map-skill').evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    const focused = () => trellis.page.evaluate(() => document.activeElement?.getAttribute('href'));
    const met = [];
    for (let step = 0; step < drawn.length + 40 && met.length < drawn.length; step += 1) {
      await trellis.page.keyboard.press('Tab');
      const at = await focused();
      if (drawn.includes(at)) met.push(at);
    }
    assert.deepEqual(met, drawn, 'every skill, in the order in which they stand there');
    await trellis.page.keyboard.press('Enter');
    await trellis.shows('skill');
    await trellis.go('#/progress');
    await trellis.shows('progress');
    const listed = await trellis.all('skill').evaluateAll((all) => all.map((each) => `#/skill/${each.dataset.skill}`));
    assert.deepEqual([...listed].sort(), [...drawn].sort());
  }));
});

describe('private practice', () => {
  test('is visibly on, keeps nothing, and is off again', story({}, async ({ visit }) => {
    const trellis = await settled(visit);
    await trellis.saved();
    const before = records((await trellis.export()).bytes);
    const state = await trellis.state();
    await home(trellis);
    await trellis.at('private').click();
    for (let number = 0; number < 4; number += 1) {
      await trellis.question();
      assert.equal(await trellis.at('saved').innerText(), words('saved-private'));
      // It stands before any other notice.
      assert.match(await trellis.at('notice').innerText(), new RegExp(words('private-title')));
      await trellis.muddleThrough();
      await trellis.next();
    }
    await trellis.at('notice-action').click();
    await trellis.shows('home');
    assert.doesNotMatch(await trellis.text(), new RegExp(words('private-title')));
    assert.equal(await trellis.state(), state);
    assert.deepEqual(records((await trellis.export()).bytes), before, 'record for record, byte for byte');
    await trellis.reload();
    assert.equal(await trellis.state(), state);
  }));
});

describe('what makes it easier', () => {
  test('is chosen once, changes the page at once, and comes along to the next day', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.next();
    await trellis.go('#/settings');
    await trellis.shows('settings');
    const ease = (on) => on.page.evaluate(() => document.documentElement.dataset.ease);
    const size = (on) => on.page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
    const usual = await size(trellis);
    assert.equal(await ease(trellis), '');
    await trellis.all('spacing').nth(1).click();
    await trellis.all('letters').nth(1).click();
    await trellis.all('sure').nth(1).click();
    await trellis.saved();
    assert.equal(await ease(trellis), 'spacing letters');
    assert.equal(await size(trellis), usual * 1.25);
    await trellis.page.close();

    const tomorrow = await visit('#/practice', { clock: DAY });
    await tomorrow.question();
    assert.equal(await ease(tomorrow), 'spacing letters');
    assert.equal(await tomorrow.all('sure').count(), 3, 'it is asked how sure one is');
    await tomorrow.all('sure').nth(2).click();
    await tomorrow.muddleThrough();
    assert.equal(await tomorrow.all('sure').count(), 0);
  }));
});
