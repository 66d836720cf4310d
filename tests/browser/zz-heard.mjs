import { openShared } from './browser.mjs';
import { Site } from './site.mjs';
import { Trellis } from './trellis.mjs';
const site = await Site.open(); const browser = await openShared();
const context = await browser.newContext({ viewport: { width: 1366, height: 900 }, locale: process.argv[2] ?? 'en', reducedMotion: 'reduce' });
const page = await context.newPage(); const t = new Trellis(page, site.address);
await t.open('#/gallery'); await t.shows('gallery'); await page.waitForTimeout(1500);
const cdp = await context.newCDPSession(page);
const heard = (nodes) => {
  const byId = new Map(nodes.map((n) => [n.nodeId, n])); const out = [];
  const walk = (n, depth) => {
    const role = n.role?.value, name = n.name?.value ?? '';
    const props = Object.fromEntries((n.properties ?? []).map((p) => [p.name, p.value.value]));
    let d = depth;
    if (!n.ignored && !['none', 'generic', 'InlineTextBox', 'StaticText'].includes(role)) {
      const extra = [n.value?.value !== undefined && `=${n.value.value}`, props.valuetext && `text "${props.valuetext}"`, n.description?.value && `desc "${n.description.value}"`, props.invalid && props.invalid !== 'false' && 'invalid', props.disabled && 'disabled', props.focusable && '◉', props.checked && `checked ${props.checked}`].filter(Boolean).join(' ');
      out.push(`${'  '.repeat(depth)}${role} "${name}" ${extra}`); d += 1;
    } else if (role === 'StaticText' && !n.ignored) { const parent = byId.get(n.parentId); if (!parent || parent.name?.value !== name) out.push(`${'  '.repeat(depth)}· ${name}`); return; }
    for (const id of n.childIds ?? []) if (byId.has(id)) walk(byId.get(id), d);
  };
  walk(nodes[0], 0); return out;
};
const examples = page.locator('[data-test="example"]');
for (let i = 0; i < await examples.count(); i += 1) {
  const h = await examples.nth(i).elementHandle();
  const id = `zz${i}`; await h.evaluate((e, id) => { e.id = id; }, id);
  const { root } = await cdp.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await cdp.send('DOM.querySelector', { nodeId: root.nodeId, selector: `#${id}` });
  const { node } = await cdp.send('DOM.describeNode', { nodeId });
  const { nodes } = await cdp.send('Accessibility.queryAXTree', { nodeId }).catch((e) => ({ nodes: [], e }));
  const full = await cdp.send('Accessibility.getFullAXTree').catch(() => null);
  const all = full.nodes; const root2 = all.find((n) => n.backendDOMNodeId === node.backendNodeId);
  const map = new Map(all.map((n) => [n.nodeId, n])); const sub = []; const take = (n) => { sub.push(n); for (const c of n.childIds ?? []) if (map.has(c)) take(map.get(c)); }; if (root2) take(root2);
  console.log(`--- ${i}`); if (sub.length) console.log(heard(sub).join('\n'));
}
await browser.close(); await site.stop();
