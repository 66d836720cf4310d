// Every figure can be looked at and answered in, by keyboard alone, by pointer and by typing; and so can written maths.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from './harness.mjs';

const story = stage();

/** The gallery, and each place in it that takes answers. */
async function gallery(visit) {
  const trellis = await visit('#/gallery');
  await trellis.shows('gallery');
  const page = trellis.page;
  const answering = page.locator('[data-test="example"]:has(.board)');
  const examples = [];
  for (let number = 0; number < await answering.count(); number += 1) examples.push(answering.nth(number));
  return { trellis, page, examples };
}

const typed = (example) => example.locator('[data-test="types"]').inputValue();
const kind = (example) => example.locator('figure').getAttribute('data-test');
const focused = (page) => page.evaluate(() => document.activeElement.dataset.test ?? document.activeElement.localName);

describe('every figure', () => {
  test('is answered in by the keyboard alone', story({}, async ({ visit }) => {
    const { trellis, page, examples } = await gallery(visit);
    const kinds = new Set();
    for (const example of examples) {
      const name = await kind(example);
      // Lines are written in the field below their paper; lines.test.mjs writes them.
      if (name === 'figure-lines') continue;
      kinds.add(name);
      const holds = example.locator('[data-test="figure"]');
      const count = await holds.count();
      await holds.first().focus();
      for (let place = 0; place < count; place += 1) {
        if (await focused(page) !== 'figure') await page.keyboard.press('Tab');
        const slider = await page.evaluate(() => document.activeElement.getAttribute('role') === 'slider');
        // The space bar marks, where something is marked. A second point must not lie on the first one, nor straight above it.
        const keys = slider ? ['ArrowRight', 'ArrowRight', 'ArrowUp', ...Array(place).fill('ArrowRight'), ...Array(place * place).fill('ArrowUp'), ' '] : ['1'];
        for (const key of keys) await page.keyboard.press(key);
        await trellis.settled();
        if (place + 1 < count) {
          const next = holds.nth(place + 1);
          if (slider) await page.keyboard.press('Tab');
          else await next.focus();
          for (let tabs = 0; tabs < 4 && await focused(page) !== 'figure'; tabs += 1) await page.keyboard.press('Tab');
        }
      }
      assert.notEqual(await typed(example), '', `${name} types its value: ${await example.locator('code').textContent()}`);
    }
    assert.equal(kinds.size, 26, [...kinds].join(', '));
  }));

  test('shows a value that is typed beside it', story({}, async ({ visit }) => {
    const { page } = await gallery(visit);
    const field = (kind, number = 0) => page.locator(`[data-test="example"]:has([data-test="figure-${kind}"] .board)`).nth(number);
    const said = async (kind, text, number) => {
      const example = field(kind, number);
      await example.locator('[data-test="types"]').fill(text);
      return example.locator('[role="slider"]').first().getAttribute('aria-valuetext');
    };
    assert.equal(await said('number_line', '7/4'), 'seven fourths');
    assert.equal(await said('bars', '3/4'), 'three fourths');
    assert.equal(await said('grid', '4 × 6'), 'rows: 4, columns: 6');
    assert.equal(await said('tape', '12'), 'parts: 3, worth 12');
    assert.equal(await said('blocks', '402'), '4');
    assert.match(await said('plane', '(2, -3)'), /2, negative 3/);
    assert.match(await said('polygons', '(1, 1), (4, 0), (4, 3)'), /1, 1/);
    assert.equal(await said('decimal_grid', '0.37'), '0.37');
    assert.equal(await said('angle', '130'), '130 degrees');
    assert.equal(await said('ruler', '7.5'), '0');
    assert.equal(await said('bond', '5'), '5');
    assert.equal(await said('tiles', 'x^2 - 2'), '1');
    await said('ten_frame', '7');
    assert.equal(await field('ten_frame').locator('.counter').count(), 7);
    await said('dot_plot', '2, 3, 3');
    assert.equal(await field('dot_plot').locator('.datum').count(), 3);
  }));

  test('is answered in by pressing and dragging', story({}, async ({ visit }) => {
    const { page } = await gallery(visit);
    const example = (kind, number = 0) => page.locator(`[data-test="example"]:has([data-test="figure-${kind}"] .board)`).nth(number);
    const at = async (place, x, y) => {
      const box = await place.locator('.paper svg').boundingBox();
      return [box.x + box.width * x, box.y + box.height * y];
    };
    const line = example('number_line');
    await line.scrollIntoViewIfNeeded();
    await page.mouse.move(...await at(line, 0.5, 0.4));
    await page.mouse.down();
    assert.equal(await typed(line), '1', 'the middle of a line from 0 to 2');
    await page.mouse.move(...await at(line, 0.9, 0.4), { steps: 8 });
    await page.mouse.up();
    assert.equal(await typed(line), '2');
    assert.equal(await focused(page), 'figure', 'the keyboard goes on where the pointer left off');

    const bars = example('bars');
    await bars.scrollIntoViewIfNeeded();
    for (const expected of ['3/4', '2/4']) {
      await page.mouse.click(...await at(bars, 0.7, 0.5));
      assert.equal(await typed(bars), expected, 'pressed again, a piece is taken back');
    }

    const chart = example('hundred_chart');
    await chart.scrollIntoViewIfNeeded();
    await page.mouse.click(...await at(chart, 0.25, 0.05));
    assert.equal(await typed(chart), '6, 9', 'a mark that is pressed again is gone');
    await page.mouse.click(...await at(chart, 0.95, 0.15));
    assert.equal(await typed(chart), '6, 9, 20');

    const plot = example('dot_plot');
    await plot.scrollIntoViewIfNeeded();
    await page.mouse.click(...await at(plot, 0.5, 0.45));
    assert.match(await typed(plot), /^5(, 5)+$/, 'dots up to where the paper was pressed');

    const ray = example('angle');
    await ray.scrollIntoViewIfNeeded();
    await page.mouse.move(...await at(ray, 0.5, 0.2));
    await page.mouse.down();
    assert.equal(await typed(ray), '90');
    await page.mouse.move(...await at(ray, 0.1, 0.9), { steps: 8 });
    await page.mouse.up();
    assert.equal(await typed(ray), '180');

    const graph = page.locator('[data-test="example"]:has([data-test="figure-plane"] .board)').nth(4);
    await graph.scrollIntoViewIfNeeded();
    await page.mouse.click(...await at(graph, 0.5, 0.5));
    assert.equal(await typed(graph), '', 'one point is no line');
    await page.mouse.click(...await at(graph, 0.75, 0.25));
    assert.match(await typed(graph), /^y = /);
  }));

  for (const pointer of ['mouse', 'pen', 'touch']) {
    test(`has a clock whose hands are turned, the short one with the long one (${pointer})`, story({ hasTouch: pointer === 'touch', viewport: { width: 390, height: 844 } }, async ({ context, visit }) => {
      const { trellis, page } = await gallery(visit);
      const clock = page.locator('[data-test="example"]:has([data-test="figure-clock"] .board)').first();
      await clock.scrollIntoViewIfNeeded();
      const svg = await clock.locator('.paper svg').boundingBox();
      // The middle of the face is at 900 and 820 of 1800 by 1640.
      const at = (turn, far) => ({
        x: svg.x + (svg.width * (900 + far * Math.sin(turn * 2 * Math.PI))) / 1800,
        y: svg.y + (svg.height * (820 - far * Math.cos(turn * 2 * Math.PI))) / 1640,
      });
      const cdp = await context.newCDPSession(page);
      const drag = async (places) => {
        const touch = (type, points) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points });
        const press = (type, place) => cdp.send('Input.dispatchMouseEvent', { type, ...place, button: 'left', buttons: 1, clickCount: 1, pointerType: pointer });
        const [first, ...others] = places;
        if (pointer === 'touch') {
          await touch('touchStart', [first]);
          for (const place of others) await touch('touchMove', [place]);
          await touch('touchEnd', []);
        } else {
          await press('mousePressed', first);
          for (const place of others) await press('mouseMoved', place);
          await press('mouseReleased', places.at(-1));
        }
        await trellis.settled();
      };
      const round = (from, to) => [0, 0.25, 0.5, 0.75, 1].map((part) => at(from + (to - from) * part, 620));
      await drag(round(0, 0.5));
      assert.equal(await typed(clock), '12:30');
      await drag(round(0.5, 1.26));
      assert.equal(await typed(clock), '1:15', 'over the twelve an hour begins');
      const said = await clock.locator('[role="slider"]').evaluateAll((all) => all.map((each) => each.getAttribute('aria-valuetext')));
      assert.deepEqual(said, ['1', '15']);
      // The short hand is where a quarter past one has it.
      await drag([at(75 / 720, 300), at(0.4, 320), at(435 / 720, 330)]);
      assert.equal(await typed(clock), '7:15');
      assert.equal(await focused(page), 'figure', 'the keyboard goes on where the pointer left off');
      await page.keyboard.press('ArrowRight');
      assert.equal(await typed(clock), '8:15');
      assert.ok(await page.evaluate(() => scrollX === 0));
    }));
  }

  for (const [width, height] of [[390, 844], [341, 500]]) {
    test(`has a hundred chart with room for a finger in every place (${width}×${height})`, story({ hasTouch: true, viewport: { width, height } }, async ({ context, visit }) => {
      const { trellis, page } = await gallery(visit);
      const chart = page.locator('[data-test="example"]:has([data-test="figure-hundred_chart"] .board)').first();
      const paper = chart.locator('.paper');
      await paper.scrollIntoViewIfNeeded();
      const sizes = await paper.locator('.piece').evaluateAll((all) => all.map((each) => each.getBoundingClientRect()).map((room) => [room.width, room.height]));
      assert.ok(sizes.every(([across, down]) => across >= 43.9 && down >= 43.9), `${sizes[0]}`);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page does not scroll sideways');
      const piece = (k) => paper.locator('.piece').nth(k).boundingBox();
      const middle = ({ x, y, width: across, height: down }) => ({ x: x + across / 2, y: y + down / 2 });
      const scrolled = () => paper.evaluate((each) => each.scrollLeft);
      const before = await typed(chart);
      // A finger moves the paper, and marks nothing by that.
      const cdp = await context.newCDPSession(page);
      const from = middle(await piece(3));
      const touch = (type, touchPoints) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
      for (let swipe = 0; swipe < 3; swipe += 1) {
        await touch('touchStart', [from]);
        for (let step = 1; step <= 20; step += 1) await touch('touchMove', [{ x: from.x - 8 * step, y: from.y }]);
        await touch('touchEnd', []);
        await trellis.settled();
      }
      assert.ok(await scrolled() > 40, `${await scrolled()}`);
      assert.equal(await typed(chart), before);
      const last = middle(await piece(9));
      await page.touchscreen.tap(last.x, last.y);
      await trellis.settled();
      // Three of them were marked from the beginning.
      const marked = (...more) => [3, 6, 9, ...more].sort((one, other) => one - other).join(', ');
      assert.equal(await typed(chart), marked(10), 'a tap marks the last place of the first row');
      assert.ok(await scrolled() > 40, 'and moves nothing');
      // The keyboard takes the paper along.
      await paper.locator('[role="slider"]').focus();
      for (const key of ['Home', ' ']) await page.keyboard.press(key);
      await trellis.settled();
      assert.equal(await typed(chart), marked(1, 10));
      const [here, frame] = [await paper.locator('.here').boundingBox(), await paper.boundingBox()];
      // Half of its frame's stroke may lie outside.
      assert.ok(here.x >= frame.x - 4 && here.x + here.width <= frame.x + frame.width + 4, 'the place of the keyboard is seen');
    }));
  }

  test('keeps what a value alone does not tell', story({}, async ({ visit }) => {
    const { page } = await gallery(visit);
    const blocks = page.locator('[data-test="example"]:has([data-test="figure-blocks"] .board)').first();
    await blocks.locator('[data-test="types"]').fill('30');
    await blocks.locator('[data-test="figure-press"]', { hasText: 'Change 1 ten' }).click();
    const counts = await blocks.locator('[role="slider"]').evaluateAll((all) => all.map((each) => each.getAttribute('aria-valuetext')));
    assert.deepEqual(counts, ['0', '2', '10']);
    assert.equal(await typed(blocks), '30');
  }));
});

describe('the field for written maths', () => {
  const open = async (visit) => {
    const trellis = await visit('#/gallery');
    await trellis.shows('gallery');
    const field = trellis.at('entry-expression');
    await field.focus();
    return { trellis, page: trellis.page, field, sketch: trellis.page.locator('.entry:has(#entry-expression) .sketch') };
  };

  test('draws fractions, exponents and roots as they are typed', story({}, async ({ visit }) => {
    const { page, field, sketch } = await open(visit);
    await page.keyboard.type('x^2/3 ');
    assert.equal(await sketch.locator('mfrac msup').count(), 1);
    await page.keyboard.type('+sqrt(2)');
    assert.equal(await sketch.locator('msqrt').count(), 1);
    assert.equal(await field.inputValue(), 'x^2/3 +sqrt(2)');
    await page.keyboard.type('/');
    assert.equal(await sketch.locator('.blank').count(), 1, 'what is missing is a box');
  }));

  test('moves between the parts of a fraction and takes steps back', story({}, async ({ visit }) => {
    const { trellis, page, field } = await open(visit);
    await page.keyboard.type('12/34');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.type('5');
    assert.equal(await field.inputValue(), '125/34');
    await page.keyboard.press('Control+z');
    await trellis.settled();
    assert.equal(await field.inputValue(), '12/34');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await trellis.settled();
    assert.equal(await field.inputValue(), '12/');
  }));

  test('has a keypad that writes at the caret', story({}, async ({ visit }) => {
    const { trellis, page, field } = await open(visit);
    const row = page.locator('[data-test="example"]:has(#entry-expression)');
    await row.locator('[data-test="keypad-toggle"]').click();
    await field.focus();
    const press = async (...names) => {
      for (const name of names) {
        await row.locator('[data-test="keypad"]').getByRole('button', { name, exact: true }).click();
        await trellis.settled();
      }
    };
    await press('square root', '2', 'move right', 'plus', '3', 'fraction bar', '4');
    assert.equal(await field.inputValue(), 'sqrt(2)+3/4');
    await press('move left', 'move left', 'move left', 'delete the last character', 'minus');
    assert.equal(await field.inputValue(), 'sqrt(2)-3/4');
    await press('undo');
    assert.equal(await field.inputValue(), 'sqrt(2)3/4');
    assert.equal(await field.evaluate((element) => element === document.activeElement), true, 'the field keeps the focus');
  }));

  test('puts the caret where the drawing is pressed', story({}, async ({ visit }) => {
    const { page, field, sketch } = await open(visit);
    await page.keyboard.type('12/34');
    const top = await sketch.locator('mfrac mn').first().boundingBox();
    await page.mouse.click(top.x + 1, top.y + top.height / 2);
    await page.keyboard.type('9');
    assert.equal(await field.inputValue(), '912/34');
  }));

  test('takes an answer before its drawing is fetched, and keeps draft and focus when that comes', story({}, async ({ context, visit }) => {
    let bring;
    const wanted = new Promise((resolve) => { bring = resolve; });
    await context.route(/split_hands/, async (route) => { await wanted; await route.continue(); });
    const trellis = await visit('#/q/fr.simplify.bare@1/1');
    await trellis.question();
    const field = trellis.at('answer');
    await field.focus();
    await trellis.page.keyboard.type('3/');
    assert.equal(await trellis.page.locator('.sketch').count(), 0);
    const same = await field.elementHandle();
    bring();
    await trellis.page.locator('.sketch mfrac').waitFor();
    assert.equal(await trellis.page.locator('.sketch .caret').count(), 1, 'the caret is drawn at once');
    await trellis.page.keyboard.type('4');
    assert.equal(await field.inputValue(), '3/4');
    assert.equal(await same.evaluate((element) => element === document.activeElement), true, 'it is the same field');
    await trellis.page.keyboard.press('Control+z');
    await trellis.settled();
    assert.equal(await field.inputValue(), '3/');
  }));
});
