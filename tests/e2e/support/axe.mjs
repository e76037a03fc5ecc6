// Accessibility violations that axe finds on a page.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Each violation with the elements concerned. The page must have been opened with `bypassCSP`. */
export async function violations({ widget }, where) {
  if (!(await widget.evaluate(() => 'axe' in globalThis))) {
    // The boot script blocks the elements that axe needs.
    await widget.evaluate(() => { delete document.createElement; });
    await widget.evaluate(AXE);
  }
  const found = await widget.evaluate(async (tags) => {
    // Something half covered by the bar can be scrolled out from under it, but axe would take the rest for the whole.
    scrollTo(0, 0);
    // Requests are blocked, and no style or media is elsewhere.
    const options = { runOnly: tags, rules: { 'target-size': { enabled: true } }, preload: false };
    const { violations } = await globalThis.axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, TAGS);
  return found.map((violation) => `${where}: ${violation}`);
}
