// Work line by line, and the scratchpad: by keyboard, by touch, and as a screen reader is told of it.
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
