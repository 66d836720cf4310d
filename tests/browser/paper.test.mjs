// What is made for paper: sheets with their answers, typed back in by their id; cards and conference sheets of a class; a
// week of one's own.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from './harness.mjs';

const story = stage();

/** The sheets once their questions are here. */
async function sheets(trellis) {
  await trellis.page.waitForFunction(() => document.querySelectorAll('[data-test="sheet"] .sheet-question').length > 0);
  return trellis.all('sheet');
}

describe('on paper', () => {
  test('a learner prints a sheet, and types back what was right: a note, and no level', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.go('#/paper');
    assert.equal(await (await sheets(trellis)).count(), 1);
    const asked = await trellis.page.locator('.sheet-question').count();
    assert.equal(await trellis.at('sheet-foot').locator('li').count(), asked);
    const id = await trellis.at('sheet-id').innerText();
    const levels = async () => {
      await trellis.go('#/progress');
      await trellis.at('skill').waitFor();
      return trellis.page.evaluate(() => [...document.querySelectorAll('[data-test="skill"]')].map((one) => one.dataset.level));
    };
    const before = await levels();
    await trellis.go('#/paper');
    await trellis.at('sheet-typed').fill(id.toLowerCase());
    await trellis.at('sheet-typed').press('Enter');
    await trellis.all('tick').first().check();
    await trellis.all('tick').nth(2).check();
    await trellis.at('keep').click();
    await trellis.at('marked').locator('li').waitFor();
    assert.match(await trellis.at('marked').innerText(), /\d of \d/);
    assert.deepEqual(await levels(), before);
    // It is kept, and a wrong letter is noticed.
    await trellis.go('#/paper');
    await trellis.at('marked').locator('li').waitFor();
    await trellis.at('sheet-typed').fill(`${id.slice(0, -1)}${id.endsWith('7') ? '8' : '7'}`);
    await trellis.at('sheet-typed').press('Enter');
    await trellis.page.waitForFunction(() => document.querySelector('[data-test="slip"]').innerText !== '');
  }));

  test('a class prints a sheet, a card and a conference sheet for each', story({}, async ({ visit }) => {
    const trellis = await visit('#/class');
    await trellis.at('sample').click();
    await trellis.at('papers').waitFor();
    await trellis.all('papers-way').nth(0).click();
    assert.equal(await (await sheets(trellis)).count(), 28);
    const ids = await trellis.all('sheet-id').allInnerTexts();
    assert.equal(new Set(ids).size, 28, 'no two children have the same sheet');
    await trellis.at('back').click();
    await trellis.all('papers-way').nth(1).click();
    await trellis.at('class-card').waitFor();
    assert.doesNotMatch(await trellis.at('cards').innerText(), /Ana/, 'a card gets lost: it has no name');
    await trellis.at('back').click();
    await trellis.all('papers-way').nth(2).click();
    await trellis.at('talk').waitFor();
    assert.equal(await trellis.all('talk').count(), 28);
  }));

  test('a conference sheet is one page, and it and a card say whose copy they come from, as the title does', story({}, async ({ visit, site }) => {
    site.lie(/^config\.json$/, () => JSON.stringify({ name: 'Escuela Lincoln' }));
    const trellis = await visit('#/class');
    await trellis.page.waitForFunction(() => document.title.endsWith(' · Escuela Lincoln'));
    await trellis.at('sample').click();
    await trellis.at('papers').waitFor();
    await trellis.all('papers-way').nth(1).click();
    assert.match(await trellis.at('class-card').innerText(), /Escuela Lincoln/);
    await trellis.at('back').click();
    await trellis.all('papers-way').nth(2).click();
    await trellis.at('talk').waitFor();
    assert.match(await trellis.at('talk').innerText(), /Escuela Lincoln/);
    for (const format of ['Letter', 'A4']) {
      const pdf = await trellis.page.pdf({ format, margin: { top: '10mm', bottom: '10mm', left: '10mm', right: '10mm' } });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
      assert.ok(pages <= 30, `${pages} ${format} pages for 28 students`);
    }
  }));

  test('a week of one\'s own: a free day ends at once, and may be gone beyond', story({}, async ({ visit }) => {
    const trellis = await visit();
    await trellis.begin();
    await trellis.muddleThrough();
    await trellis.go('#/week');
    await trellis.at('day').waitFor();
    assert.equal(await trellis.all('day').count(), 7);
    const today = trellis.page.locator('[data-test="day"][aria-current]');
    await today.locator('label').first().click();
    await trellis.at('week-off').waitFor();
    await trellis.go('#/');
    await trellis.at('go').waitFor();
    await trellis.go('#/week');
    await trellis.at('week-off').click();
    await trellis.page.waitForFunction(() => !document.querySelector('[data-test="week-off"]'));
  }));
});
