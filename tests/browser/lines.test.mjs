// Work line by line and cell by cell, and the scratchpad: by keyboard, by touch, and as a screen reader is told of it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from './harness.mjs';

const story = stage();
const QUESTION = '#/q/fr.add-unlike.lines@2/3';

const rows = (page) => page.locator('figure.lines tr').evaluateAll((all) => all.map((row) => row.lastElementChild.textContent.trim()));
const said = (page) => page.locator('#feedback').textContent();

/** Types a line and presses Enter. */
async function line(trellis, text) {
  await trellis.page.locator('#answer').fill(text);
  await trellis.page.keyboard.press('Enter');
  await trellis.settled();
}

/** The two fractions of the question, as numbers. */
async function fractions(page) {
  const spoken = await page.locator('#ask mfrac').evaluateAll((all) => all.map((each) => [...each.children].map((part) => Number(part.textContent))));
  const [[a, b], [c, d]] = spoken;
  return { a, b, c, d };
}

describe('work line by line', () => {
  test('each line is told, a wrong one is struck out, and the work ends in a verdict', story({}, async ({ visit }) => {
    const trellis = await visit(QUESTION);
    const page = trellis.page;
    await page.locator('figure.lines .board').waitFor();
    const { a, b, c, d } = await fractions(page);
    await line(trellis, `${a * d}/${b * d} + ${c * b}/${b * d}`);
    assert.deepEqual(await rows(page), ['', '✓ right']);
    assert.match(await said(page), /Line 1 is right/);
    assert.equal(await page.locator('#answer').inputValue(), '', 'the field waits for the next line');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'answer');
    await line(trellis, `${a + c}/${b + d}`);
    assert.deepEqual(await rows(page), ['', '✓ right', '✗ does not follow']);
    await page.getByRole('button', { name: 'Undo the last line' }).click();
    assert.deepEqual(await rows(page), ['', '✓ right']);
    await page.locator('#answer').fill('four parts');
    await page.getByRole('button', { name: 'Keep this line as a note' }).click();
    assert.deepEqual(await rows(page), ['', '✓ right', '✎ note']);
    const gcd = (m, n) => (n ? gcd(n, m % n) : m);
    const [num, den] = [a * d + c * b, b * d];
    await line(trellis, `${num / gcd(num, den)}/${den / gcd(num, den)}`);
    assert.ok(await page.locator('.feedback.is-right').count(), await said(page));
  }));

  test('the scratchpad is drawn on and typed on, and gone with the question', story({}, async ({ visit }) => {
    const trellis = await visit(QUESTION);
    const page = trellis.page;
    await page.locator('[data-test="scratch-toggle"]').click();
    const sheet = page.locator('[data-test="scratch-sheet"]');
    await sheet.scrollIntoViewIfNeeded();
    const box = await sheet.boundingBox();
    await page.mouse.move(box.x + 20, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 80, box.y + 60);
    await page.mouse.up();
    assert.equal(await sheet.locator('polyline').count(), 1);
    await page.locator('[data-test="scratch-notes"]').fill('3 + 4');
    await page.locator('[data-test="scratch-undo"]').click();
    assert.equal(await sheet.locator('polyline').count(), 0);
    await page.reload();
    await page.locator('[data-test="scratch-toggle"]').click();
    assert.equal(await page.locator('[data-test="scratch-notes"]').inputValue(), '', 'nothing was stored');
  }));
});

const COLUMNS = '#/q/sub.fluent-1000.columns@3/1';
const NAMES = {
  en: ['ones column', 'tens column', 'hundreds column'],
  es: ['columna de las unidades', 'columna de las decenas', 'columna de las centenas'],
};

/** The digits of both numbers, from the ones. */
async function digits(page) {
  const rows = await page.locator('figure.columns tr').evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent.trim())));
  const [top, bottom] = rows.filter((row) => row.some((text) => /^\d$/.test(text))).map((row) => row.filter((text) => /^\d$/.test(text)).map(Number).reverse());
  return { top, bottom };
}

/** Where the focus is: which box, by its name. */
const box = (page) => page.evaluate(() => document.activeElement.getAttribute('aria-label'));

describe('work cell by cell', () => {
  for (const locale of ['en', 'es']) {
    test(`a wrong digit is marked in its cell and named with its column (${locale})`, story({ locale }, async ({ visit }) => {
      const trellis = await visit(COLUMNS);
      const page = trellis.page;
      await page.locator('figure.columns .board').waitFor();
      const { top, bottom } = await digits(page);
      const right = [...String(Number([...top].reverse().join('')) - Number([...bottom].reverse().join('')))].reverse().map(Number);
      // The smaller digit from the larger, in every column.
      const mine = top.map((digit, k) => Math.abs(digit - bottom[k]));
      const first = mine.findIndex((digit, k) => digit !== (right[k] ?? 0));
      await page.locator(`[data-cell="${top.length - 1}"]`).focus();
      for (const [k, digit] of mine.entries()) {
        assert.match(await box(page), new RegExp(NAMES[locale][k]));
        await page.keyboard.press(String(digit));
        await trellis.settled();
      }
      assert.equal(await page.locator('[aria-invalid]').count(), 0, 'nothing is judged before it is checked');
      assert.equal(await page.locator('#answer').inputValue(), [...mine].reverse().join(''));
      await page.keyboard.press('Enter');
      await trellis.settled();
      assert.equal(await trellis.verdict(), 'again');
      const verdict = await page.locator('#feedback [role="status"]').textContent();
      const place = locale === 'en' ? `Look at the ${NAMES.en[first]} first: does the ${mine[first]} belong there?` : `Mira primero la ${NAMES.es[first]}: ¿va ahí el ${mine[first]}?`;
      assert.ok(verdict.includes(place), verdict);
      const marked = page.locator('[aria-invalid="true"]');
      assert.equal(await marked.count(), 1, 'what comes after it is not wrong again');
      assert.match(await marked.getAttribute('aria-label'), new RegExp(NAMES[locale][first]));
      assert.equal(await marked.getAttribute('aria-describedby'), 'feedback');
      const sign = await marked.evaluate((input) => getComputedStyle(input.parentElement, '::after').content);
      assert.match(sign, /✗/, 'not by colour alone');
      // The hint goes to that cell; marks of one's own are kept beside the result.
      await trellis.at('hint').click();
      for (let turn = 0; turn < 8 && await trellis.at('hint').isEnabled(); turn += 1) await trellis.at('hint').click();
      assert.match(await page.locator('.hint').last().textContent(), new RegExp(`(In the|En la) ${NAMES[locale][first]}`));
      await page.locator(`[data-cell="${top.length}"]`).fill('9');
      await marked.fill(String(right[first]));
      await trellis.settled();
      assert.equal(await marked.count(), 0, 'what was changed is not marked any more');
      for (const [k, digit] of right.entries()) await page.locator(`[data-cell="${top.length - 1 - k}"]`).fill(String(digit));
      for (let k = right.length; k < top.length; k += 1) await page.locator(`[data-cell="${top.length - 1 - k}"]`).fill('');
      await trellis.settled();
      assert.equal(await page.locator('#answer').inputValue(), [...right].reverse().join(''), 'the field holds the result alone');
      await page.keyboard.press('Enter');
      await trellis.settled();
      assert.equal(await trellis.verdict(), 'right');
    }));
  }

  test('a half-done division keeps the place of each digit, and a gap in it is no answer', story({}, async ({ visit }) => {
    const trellis = await visit('#/q/div.1digit-exact.columns@1/1');
    const page = trellis.page;
    await page.locator('figure.columns .board').waitFor();
    await page.locator('[data-cell="0"]').fill('1');
    const working = page.locator('figure.columns .working input').first();
    await working.fill('7');
    await trellis.settled();
    assert.match(await page.locator('#answer').inputValue(), /^1_*$/, 'the place of a digit is kept');
    await trellis.at('check').click();
    await trellis.settled();
    assert.equal(await trellis.verdict(), 'advice', 'a gap is no answer');
    assert.equal(await working.inputValue(), '7');
  }));
});

const SLOWER = 4;
const LINES = 48;

/** Waits in the page for a submit, and tells how long everything took that was done for it before the next frame. */
function clock() {
  globalThis.took = [];
  let began = 0;
  addEventListener('submit', () => { began = performance.now(); }, true);
  // Heard after the app's own listener, and after what that one left to be done at once.
  addEventListener('submit', () => { globalThis.took.push(performance.now() - began); });
}

describe('checking a line', () => {
  test('is measured on a machine four times slower', story({}, async ({ context, visit }) => {
    const trellis = await visit('#/q/fr.add-unlike.lines@2/1', { before: clock });
    const page = trellis.page;
    await page.locator('figure.lines .board').waitFor();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    for (let seed = 1; seed <= LINES / 4; seed += 1) {
      await trellis.go(`#/q/fr.add-unlike.lines@${1 + seed % 3}/${seed}`);
      await page.locator('figure.lines .board').waitFor();
      const { a, b, c, d } = await fractions(page);
      // A note, two right lines and one that does not follow.
      for (const text of ['# same parts', `${a * d}/${b * d} + ${c * b}/${b * d}`, `(${a * d} + ${c * b})/${b * d}`, `${a + c}/${b + d}`]) await line(trellis, text);
    }
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const took = await page.evaluate(() => globalThis.took);
    assert.equal(took.length, LINES);
    const p95 = (all) => [...all].sort((one, other) => one - other)[Math.ceil(all.length * 0.95) - 1].toFixed(1);
    const judged = took.filter((_, k) => k % 4 > 0);
    const notes = took.filter((_, k) => k % 4 === 0);
    console.log(`checking a line at ${SLOWER}x CPU: p95 ${p95(judged)} ms of ${judged.length} lines, from the key to the drawn verdict before paint; a note, which is not judged, p95 ${p95(notes)} ms`);
  }));
});
