// The other language beside a question, and a line with several boxes, with the release in a real browser.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from './harness.mjs';
import { NEVER_RIGHT } from './trellis.mjs';

const story = stage();
const WORDS = '#/q/fr.add-like.drink@1/3';
const BOXES = '#/q/div.1digit-remainder.boxes@1/0';

describe('both languages', () => {
  test('one tap shows the question in the other language, keeps the draft, and is remembered', story({}, async ({ visit }) => {
    const trellis = await visit(WORDS);
    await trellis.at('answer').fill('1/');
    assert.equal(await trellis.all('beside').count(), 0);
    await trellis.at('beside-toggle').click();
    await trellis.at('beside').waitFor();
    assert.equal(await trellis.at('beside').getAttribute('lang'), 'es');
    assert.match(await trellis.at('beside').innerText(), /jugo/);
    assert.equal(await trellis.at('beside-toggle').getAttribute('aria-pressed'), 'true');
    assert.equal(await trellis.at('answer').inputValue(), '1/', 'what was typed stands there still');
    assert.ok(await trellis.at('beside-toggle').evaluate((node) => node === document.activeElement), 'the focus stays');
    // Help comes in both languages.
    await trellis.at('hint').click();
    await trellis.at('beside-help').waitFor();
    assert.match(await trellis.at('beside-help').innerText(), /Pista 1/);
    assert.equal(await trellis.answer(NEVER_RIGHT[0]), 'again');
    assert.ok((await trellis.at('beside-help').locator('h2').count()) >= 2, 'the prompt too');
    // Remembered, for other questions and after the lid was closed.
    await trellis.go('#/q/fr.add-like.cloth@2/1');
    await trellis.at('beside').waitFor();
    await trellis.reload();
    await trellis.at('beside').waitFor();
    assert.match(await trellis.at('beside').innerText(), /yarda/);
    // The other way round: in Spanish the English stands beside.
    await trellis.at('language').click();
    await trellis.page.waitForSelector('[data-test="beside"][lang="en"]');
    await trellis.at('beside-toggle').click();
    await trellis.settled();
    assert.equal(await trellis.all('beside').count(), 0);
  }));
});

describe('several boxes', () => {
  test('each box is a field of its own; Tab goes through them, and each says how it was read', story({}, async ({ visit }) => {
    const trellis = await visit(BOXES);
    const boxes = trellis.page.locator('.boxes input');
    assert.equal(await boxes.count(), 2);
    await boxes.nth(0).focus();
    await trellis.page.keyboard.type('2');
    await trellis.page.keyboard.press('Tab');
    await trellis.page.keyboard.type('4');
    await trellis.settled();
    assert.deepEqual([await boxes.nth(0).inputValue(), await boxes.nth(1).inputValue()], ['2', '4']);
    assert.match(await trellis.page.locator('#answer-read').innerText(), /1/);
    assert.match(await trellis.page.locator('#answer-2-read').innerText(), /2/);
    assert.equal(await trellis.page.locator('label[for="answer-2"]').innerText(), 'Box 2 of 2');
    // A part that is missing is advice, not an attempt.
    await boxes.nth(1).fill('');
    await trellis.at('check').click();
    await trellis.settled();
    assert.equal(await trellis.verdict(), 'advice');
    await boxes.nth(1).fill('4');
    await trellis.page.keyboard.press('Enter');
    await trellis.settled();
    assert.equal(await trellis.verdict(), 'right');
  }));

  test('the keypad writes into the box that was used last', story({}, async ({ visit }) => {
    const trellis = await visit(BOXES);
    await trellis.at('keypad-toggle').click();
    const boxes = trellis.page.locator('.boxes input');
    const key = (name) => trellis.at('keypad').getByRole('button', { name, exact: true });
    await boxes.nth(1).focus();
    await key('4').click();
    await boxes.nth(0).focus();
    await key('2').click();
    await trellis.settled();
    assert.deepEqual([await boxes.nth(0).inputValue(), await boxes.nth(1).inputValue()], ['2', '4']);
    assert.equal(await trellis.answer('2'), 'right');
  }));
});
