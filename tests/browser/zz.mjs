import { openShared } from './browser.mjs'; import { Site } from './site.mjs'; import { Trellis } from './trellis.mjs';
const site = await Site.open(); const browser = await openShared();
for (const [w, h, locale, theme] of [[1366, 768, 'en', 'light'], [390, 844, 'es', 'dark'], [341, 500, 'en', 'contrast']]) {
  const context = await browser.newContext({ viewport: { width: w, height: h }, locale, reducedMotion: 'reduce' });
  const page = await context.newPage(); const t = new Trellis(page, site.address);
  await t.open('#/gallery'); await t.shows('gallery'); await page.waitForTimeout(1500);
  await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), theme);
  const all = page.locator('[data-test="example"]:has([data-test="figure-bar_graph"])');
  const first = all.first().locator('[data-test="figure"]'); await first.focus();
  for (const key of ['ArrowRight', 'ArrowUp', 'ArrowUp', 'PageUp', 'ArrowRight', 'ArrowUp', 'PageUp', 'ArrowUp']) await page.keyboard.press(key);
  if (w !== 1366) for (let i = 0; i < 4; i++) await all.nth(i).screenshot({ path: `/tmp/bars-${w}-${i}.png` });
  await t.open('#/class'); await t.at('sample').click().catch(() => {}); await page.waitForTimeout(1500);
  await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), theme);
  await page.screenshot({ path: `/tmp/class-${w}-top.png` });
  await page.locator('[data-test="jump"] button').nth(4).click(); await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/class-${w}-jump.png` });
  await page.locator('[data-test="jump"] button').nth(5).click(); await page.waitForTimeout(400);
  await page.screenshot({ path: `/tmp/class-${w}-table.png` });
  await context.close();
}
await browser.close(); await site.stop();
