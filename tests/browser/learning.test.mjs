// A learner's first minutes and next day, with the release in a real browser.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DAY, stage } from './harness.mjs';
import { answers as answersIn } from './progress-file.mjs';
import { releaseMap } from './site.mjs';
import { Answers, NEVER_RIGHT } from './trellis.mjs';
import { words } from './words.mjs';

const story = stage();

describe('the first minutes', () => {
  test('two taps lead to the first question, with nothing asked that is not needed', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.shows('welcome');
    assert.equal(await trellis.page.locator('main button').count(), 1, 'one button');
    await trellis.at('start').click();
    await trellis.shows('grade');
    await trellis.all('grade').nth(4).click();
    const { text } = await trellis.question();
    assert.notEqual(text, '');
    assert.equal(await trellis.page.title(), `${words('title-practice')} · Trellis`);
  }));

  test('the grade can be skipped', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.at('start').click();
    await trellis.at('grade-skip').click();
    await trellis.question();
  }));

  test('ten questions, right and wrong; every answer is heard, saved, and leads on', story({}, async ({ visit }) => {
    const trellis = await visit();
    const answers = new Answers(await visit('#/practice'));
    await trellis.begin();
    for (let number = 1; number <= 10; number += 1) {
      if (number % 2 === 1) await trellis.answerRight(answers);
      else await trellis.muddleThrough();
      assert.notEqual((await trellis.at('feedback').innerText()).trim(), '');
      assert.ok(await trellis.at('next').isEnabled());
      assert.notEqual((await trellis.at('reason').textContent()).trim(), '', 'the learner can read why this question');
      await trellis.saved();
      await trellis.next();
    }
    await trellis.go('#/');
    await trellis.shows('home');
    assert.equal(await trellis.at('go').innerText(), words('home-continue'));
    const first = answersIn((await trellis.export()).bytes).filter((answer) => answer.includes('#1 '));
    assert.equal(first.length, 10);
  }));

  test('after three answers it is asked who is learning, and both ways on lead to a question', story({}, async ({ visit }) => {
    for (const [place, label] of [[0, 'about-search'], [1, 'about-practise']]) {
      const trellis = await visit();
      await trellis.go('#/learners');
      await trellis.at('learner-add').click();
      await trellis.shows('welcome');
      await trellis.begin();
      for (let number = 1; number <= 3; number += 1) {
        assert.equal(await trellis.all('mode').count(), 0, `not before the third answer (${number})`);
        await trellis.muddleThrough();
        if (number < 3) await trellis.next();
      }
      assert.deepEqual(await trellis.all('mode').allInnerTexts(), [words('about-search'), words('about-practise')]);
      await trellis.at('nickname').fill('Juniper');
      await trellis.all('mode').nth(place).click();
      await trellis.question();
      assert.equal(await trellis.all('mode').count(), 0, `${label} is not asked again`);
      if (place === 0) assert.match(await trellis.text(), /Question \d+ of at most 10/);
      await trellis.saved();
      await trellis.go('#/');
      assert.match(await trellis.text(), /Hello, Juniper/);
    }
  }));

  test('"that\'s enough for now" ends kindly and goes on from there', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.at('stop').click();
    await trellis.shows('done');
    assert.match(await trellis.text(), /Take it with me/);
    await trellis.at('again').click();
    await trellis.question();
  }));

  test('"not learned yet" and "not now" are kind answers that bring another question', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    for (const place of [0, 1]) {
      const { id } = await trellis.question();
      await trellis.all('way-out').nth(place).click();
      await trellis.page.waitForFunction((old) => document.querySelector('[data-test="question"]')?.dataset.item !== old, id);
    }
  }));
});

describe('one question', () => {
  test('a first miss gives something to check by and a second try; a second one shows the way and leaves its last step', story({}, async ({ visit }) => {
    const trellis = await visit(typedRoute());
    assert.equal(await trellis.answer(NEVER_RIGHT[0]), 'again');
    assert.equal(await trellis.page.locator('.steps').count(), 0, 'nothing is given away');
    assert.equal(await trellis.at('answer').inputValue(), NEVER_RIGHT[0]);
    assert.ok(await trellis.at('next').isEnabled());
    assert.equal(await trellis.answer(NEVER_RIGHT[1]), 'show');
    assert.ok(await trellis.at('last-step').isVisible());
    assert.ok(await trellis.at('next').isEnabled());
    await trellis.lastStep(NEVER_RIGHT[0]);
    assert.equal(await trellis.all('last-step').count(), 0);
    assert.match(await trellis.text(), new RegExp(words('step-wrong')));
  }));

  test('a hint is always there for the asking', story({}, async ({ visit }) => {
    const trellis = await visit(typedRoute());
    const hints = trellis.page.locator('.hints .hint');
    assert.equal(await hints.count(), 0);
    for (let number = 1; await trellis.at('hint').isEnabled(); number += 1) {
      await trellis.at('hint').click();
      await trellis.settled();
      assert.equal(await hints.count(), number);
      assert.ok(number < 12, 'hints end');
    }
    assert.ok(await hints.count() > 0);
    assert.equal(await trellis.at('hint').innerText(), words('hint-none'));
  }));

  test('what is typed is shown as drawn maths before it is checked, right or not', story({}, async ({ visit }) => {
    const trellis = await visit(typedRoute());
    await trellis.at('answer').fill('3/4');
    await trellis.settled();
    assert.equal(await trellis.page.locator('.read-back mfrac').count(), 1);
    await trellis.at('answer').fill('1 3/4');
    await trellis.settled();
    assert.equal(await trellis.page.locator('.read-back mfrac').count(), 1);
  }));

  test('nonsense is advice, never a miss', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.find(true);
    await trellis.saved();
    const before = await trellis.state();
    await trellis.go('#/practice');
    for (const nonsense of ['banana', '3//4', '1/0', '3 4 5', '--', '½½', '1,2,3', '9'.repeat(60), '🙂', '=']) {
      assert.equal(await trellis.answer(nonsense), 'advice', nonsense);
      assert.match(await trellis.at('feedback').innerText(), new RegExp(words('advice-title')));
    }
    assert.equal(await trellis.state(), before, 'nothing was recorded');
  }));

  test('a choice needs Check, and an unchecked one is no answer', story({}, async ({ visit }) => {
    const trellis = await visit(chosenRoute());
    assert.equal(await trellis.verdict(), 'none');
    assert.ok(!await trellis.at('check').isEnabled());
    await trellis.all('choice').nth(0).click();
    await trellis.settled();
    assert.equal(await trellis.verdict(), 'none');
    await trellis.at('check').click();
    await trellis.settled();
    assert.notEqual(await trellis.verdict(), 'none');
  }));

  test('of every skill, typed and chosen: the worked solution leads to an answer that is right', story({}, async ({ visit }) => {
    const answers = new Answers(await visit());
    for (const skill of releaseMap().map.skills) {
      const kinds = [skill.items.find((entry) => entry.plain && !entry.options), skill.items.find((entry) => entry.plain && entry.options)];
      for (const { item, level } of kinds.filter(Boolean)) await answers.to(`${item}@${level}/1`);
    }
  }));
});

describe('freeze and thaw', () => {
  test('a reload in the middle keeps the draft, the hints and where one was', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.find(true);
    const before = await trellis.question();
    await trellis.at('hint').click();
    await trellis.answer(NEVER_RIGHT[0]);
    await trellis.at('answer').fill('12/3');
    await trellis.saved();
    await trellis.settled();
    const hints = await trellis.page.locator('.hints').innerText();
    await trellis.page.waitForTimeout(300);

    await trellis.reload();
    assert.deepEqual(await trellis.question(), before);
    assert.equal(await trellis.at('answer').inputValue(), '12/3');
    assert.equal(await trellis.page.locator('.hints').innerText(), hints);
    assert.equal(await trellis.verdict(), 'again');
    assert.equal(await trellis.answer(NEVER_RIGHT[1]), 'show', 'the miss before the reload still counts');

    await trellis.at('last-step').fill('7/8');
    await trellis.page.waitForTimeout(300);
    await trellis.reload();
    assert.equal(await trellis.verdict(), 'show');
    assert.equal(await trellis.at('last-step').inputValue(), '7/8');
  }));

  test('leaving for another page of the app keeps the draft', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.find(true);
    const { id } = await trellis.question();
    await trellis.at('answer').fill('5/6');
    await trellis.go('#/progress');
    await trellis.shows('progress');
    await trellis.page.goBack();
    assert.equal((await trellis.question()).id, id);
    assert.equal(await trellis.at('answer').inputValue(), '5/6');
  }));

  test('the next day the same record goes on, with the half-typed answer', story({}, async ({ visit }) => {
    const today = await visit();
    await today.begin();
    await today.muddleThrough();
    await today.saved();
    await today.next();
    await today.find(true);
    const { id } = await today.question();
    await today.at('answer').fill('2/5');
    await today.saved();
    await today.page.waitForTimeout(300);
    const facts = await recorded(today);
    await today.page.close();

    const tomorrow = await visit('#/', { clock: DAY });
    await tomorrow.shows('home');
    assert.equal(await tomorrow.at('go').innerText(), words('home-continue'));
    assert.equal(await recorded(tomorrow), facts);
    await tomorrow.go('#/');
    await tomorrow.at('go').click();
    assert.equal((await tomorrow.question()).id, id);
    assert.equal(await tomorrow.at('answer').inputValue(), '2/5');
    await tomorrow.muddleThrough();
    await tomorrow.saved();
    await tomorrow.page.close();

    const afterwards = await visit('#/learners', { clock: 3 * DAY });
    await afterwards.page.getByText(/2 days ago/).waitFor();
  }));
});

describe('a same-question link', () => {
  test('without any record: the question, and the next seed after it; nothing is kept', story({}, async ({ visit }) => {
    const { item, level } = everyItem()[0];
    const trellis = await visit(`#/q/${item}@${level}/7`);
    assert.equal((await trellis.question()).id, `${item}@${level}/7`);
    await trellis.muddleThrough();
    assert.match(await trellis.at('saved').innerText(), new RegExp(words('saved-linked')));
    await trellis.next();
    assert.equal((await trellis.question()).id, `${item}@${level}/8`);
    await trellis.page.waitForURL(new RegExp(`#/q/${item}@${level}/8$`));
    assert.deepEqual(await trellis.page.evaluate(() => indexedDB.databases()), [], 'no record was even looked for');
    await trellis.go('#/');
    await trellis.shows('welcome');
    await trellis.reload();
    await trellis.shows('welcome');
  }));

  test('with a record: its state stays what it was, and so does the question on the desk', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.next();
    await trellis.saved();
    const own = await trellis.question();
    const state = await trellis.state();
    const { item, level } = everyItem()[1];
    await trellis.go(`#/q/${item}@${level}/3`);
    for (let turn = 0; turn < 3; turn += 1) {
      await trellis.muddleThrough();
      await trellis.next();
    }
    assert.equal(await trellis.state(), state);
    await trellis.go('#/practice');
    assert.equal((await trellis.question()).id, own.id);
    await trellis.reload();
    assert.equal(await trellis.state(), state);
  }));

  test('is the same question on every device', story({}, async ({ visit }) => {
    const { item, level } = everyItem().at(-1);
    const one = await visit(`#/q/${item}@${level}/42`);
    const other = await visit(`#/q/${item}@${level}/42`);
    assert.deepEqual(await one.question(), await other.question());
  }));
});

describe('languages', () => {
  test('the language of the device is taken', story({ locale: 'es-MX' }, async ({ visit }) => {
    const trellis = await visit();
    assert.equal(await trellis.at('start').innerText(), words('welcome-start', 'es'));
    assert.equal(await trellis.page.getAttribute('html', 'lang'), 'es');
  }));

  test('changing it keeps the draft and draws the same question, in the other words', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.find(true);
    const english = await trellis.question();
    await trellis.at('answer').fill('11/12');
    await trellis.at('language').click();
    await trellis.page.waitForSelector('html[lang="es"]', { state: 'attached' });
    await trellis.page.waitForFunction((old) => document.querySelector('[data-test="question"] .asked').innerText.trim() !== old, english.text);
    const spanish = await trellis.question();
    assert.equal(spanish.id, english.id);
    assert.deepEqual(numbers(spanish.text), numbers(english.text), `${english.text} / ${spanish.text}`);
    assert.equal(await trellis.at('answer').inputValue(), '11/12');
    assert.equal(await trellis.at('check').innerText(), words('check', 'es'));
    await trellis.at('language').click();
    await trellis.page.waitForFunction((old) => document.querySelector('[data-test="question"] .asked').innerText.trim() === old, english.text);
    await trellis.saved();
    await trellis.reload();
    assert.equal(await trellis.page.getAttribute('html', 'lang'), 'en', 'the choice is remembered');
  }));

  test('each language reads its own decimal mark', story({ locale: 'es-MX' }, async ({ visit }) => {
    const trellis = await visit(typedRoute());
    await trellis.at('answer').fill('0,5');
    await trellis.settled();
    assert.equal(await trellis.page.locator('.read-back .maths').count(), 1);
  }));
});

describe('a hostile nickname', () => {
  test('is text and nothing else', story({}, async ({ visit }) => {
    const name = '<img src=x onerror=alert(1)>"\'{x}';
    const trellis = await visit();
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.go('#/settings');
    await trellis.at('nickname').fill(name);
    await trellis.press(words('settings-nickname-save'));
    await trellis.saved();
    for (const route of ['#/', '#/learners', '#/settings']) {
      await trellis.go(route);
      assert.equal(await trellis.page.locator('img').count(), 0);
    }
    await trellis.go('#/');
    assert.ok((await trellis.text()).includes(name));
    await trellis.reload();
    assert.ok((await trellis.text()).includes(name));
    assert.ok(!(await trellis.page.title()).includes('img') && !trellis.page.url().includes('img'));
  }));
});

/** Every item at every level, as `{ item, level, options }`. */
function everyItem() {
  return releaseMap().map.skills.flatMap((skill) => skill.items ?? []);
}

function routeOf(fits) {
  const { item, level } = everyItem().find(fits) ?? assert.fail('the release has no such item');
  return `#/q/${item}@${level}/1`;
}

const typedRoute = () => routeOf((entry) => entry.plain && !entry.options);
const chosenRoute = () => routeOf((entry) => entry.plain && entry.options > 2);
const numbers = (text) => (text.match(/\d+/g) ?? []).sort();

async function recorded(trellis) {
  await trellis.go('#/settings');
  await trellis.shows('settings');
  const found = /(\d+) entries are recorded/.exec(await trellis.text());
  return found?.[1] ?? assert.fail('settings say how many entries are recorded');
}
