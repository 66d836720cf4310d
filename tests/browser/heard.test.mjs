// What a screen reader is handed: the browser's own tree of names, roles and values, read as somebody would who sees nothing.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { stage } from './harness.mjs';

const story = stage();
const COLUMNS = '#/q/sub.fluent-1000.columns@3/1';
const LINES = '#/q/fr.add-unlike.lines@2/3';

/** Opens the ears: a function that reads what each element of a selector holds, in the order in which it is read. */
async function ears(context, page) {
  const cdp = await context.newCDPSession(page);
  await cdp.send('DOM.enable');
  return async (selector) => {
    const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
    const { nodeIds } = await cdp.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const byPlace = new Map(nodes.map((node) => [node.backendDOMNodeId, node]));
    return Promise.all(nodeIds.map(async (nodeId) => {
      const { node } = await cdp.send('DOM.describeNode', { nodeId });
      return heard(byPlace.get(node.backendNodeId), byId);
    }));
  };
}

function heard(node, byId) {
  const role = node.role?.value;
  const is = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value]));
  const own = node.ignored || role === 'InlineTextBox' ? [] : [{
    role, name: node.name?.value ?? '', says: node.description?.value ?? '', stops: Boolean(is.focusable), invalid: is.invalid === 'true',
  }];
  // What is drawn is one thing with one name.
  const inside = role === 'image' ? [] : (node.childIds ?? []).map((child) => byId.get(child)).filter(Boolean);
  return [...own, ...inside.flatMap((child) => heard(child, byId))];
}

describe('a screen reader', () => {
  for (const locale of ['en', 'es']) {
    test(`finds a name for everything in every figure, and no two alike (${locale})`, story({ locale }, async ({ context, visit }) => {
      const trellis = await visit('#/gallery');
      await trellis.shows('gallery');
      const { page } = trellis;
      const read = await ears(context, page);
      await page.locator('figure.tiles').first().waitFor();
      const figures = '[data-test="example"] figure';
      const told = await page.locator(figures).evaluateAll((all) => all.map((figure) => ({
        kind: figure.dataset.test, sliders: [...figure.querySelectorAll('[role="slider"]')].map((slider) => slider.getAttribute('aria-valuetext')),
      })));
      const seen = { stops: 0, pictures: 0 };
      for (const [place, heard] of (await read(figures)).entries()) {
        const { kind, sliders } = told[place];
        const stops = heard.filter(({ stops, role }) => stops || role === 'button');
        for (const { role, name } of stops) assert.ok(name.trim().length > 0, `a ${role} of ${kind} has a name`);
        const names = stops.map(({ role, name }) => `${role} ${name}`);
        assert.deepEqual(names.filter((name, at) => names.indexOf(name) !== at), [], `${kind}: what can be stopped at has names of its own`);
        const pictures = heard.filter(({ role }) => role === 'image');
        for (const { name } of pictures) assert.match(name, /\p{L}{2}.*\.$/u, `${kind} is told in sentences`);
        for (const value of sliders) assert.match(value, /\S/, `${kind}: a slider says where it stands`);
        seen.stops += stops.length;
        seen.pictures += pictures.length;
      }
      assert.ok(seen.stops > 100 && seen.pictures > 30, JSON.stringify(seen));
    }));

    test(`is led to the wrong cell with what is said of it, and reads a finished calculation (${locale})`, story({ locale }, async ({ context, visit }) => {
      const trellis = await visit(COLUMNS);
      const { page } = trellis;
      await page.locator('figure.columns .board').waitFor();
      const read = await ears(context, page);
      const cells = await page.locator('figure.columns [data-cell]').count() / 2;
      for (let cell = 0; cell < cells; cell += 1) await page.locator(`[data-cell="${cell}"]`).fill('9');
      await trellis.at('check').click();
      await trellis.settled();
      const wrong = (await read('figure.columns'))[0].filter(({ invalid }) => invalid);
      assert.equal(wrong.length, 1, 'one cell is wrong');
      const said = await page.locator('#feedback [role="status"] h2').textContent();
      assert.ok(wrong[0].says.includes(said.trim()), `"${wrong[0].says}" tells "${said}"`);
      // Once it is over the drawing says what was written, digit for digit.
      for (let turn = 0; turn < 6 && await trellis.verdict() !== 'show' && await trellis.at('check').count(); turn += 1) {
        await page.locator('[data-cell="0"]').fill(String(8 - turn));
        if (await trellis.at('check').isEnabled()) await trellis.at('check').click();
        await trellis.settled();
      }
      const drawn = (await read('[data-test="question"] figure.columns'))[0].find(({ role }) => role === 'image');
      assert.ok(drawn, 'it is only drawn now');
      assert.match(drawn.name, locale === 'en' ? /Result: \d+\./ : /Resultado: \d+\./);
    }));
  }

  test('hears each line of its work with what became of it', story({}, async ({ context, visit }) => {
    const trellis = await visit(LINES);
    const { page } = trellis;
    await page.locator('figure.lines .board').waitFor();
    const read = await ears(context, page);
    await page.locator('#answer').fill('1/2 + 1/2');
    await trellis.at('check').click();
    await trellis.settled();
    const [heard] = await read('figure.lines');
    const row = heard.findIndex(({ role, name }) => role === 'rowheader' && name.includes('1'));
    assert.ok(row > 0, JSON.stringify(heard));
    const cells = heard.slice(row).filter(({ role }) => role === 'cell').map(({ name }) => name);
    assert.match(cells[0], /one half plus one half/);
    assert.match(cells[1], /follow|right/);
    const live = await page.locator('#feedback [role="status"]').textContent();
    assert.match(live, /\S/, 'and it is said at once');
  }));
});
