/**
 * Whether any page can look into this one. In the loader's frame none can; in a plain frame, or opened by a script of the
 * same site, a recorder of that site would see every answer. There the check does not start.
 */
import { tell } from './host.js';

/** @returns {boolean} */
export function isApart() {
  if (window.parent !== window) {
    return self.origin === 'null';
  }
  try {
    return !window.opener?.document;
  } catch {
    // A page of another site.
    return true;
  }
}

/**
 * Says so in place of the page, with the way to open the check by itself.
 *
 * @param {HTMLElement} adal shows the start page in the language that is asked for
 */
export function stayShut(adal) {
  const box = adal.querySelector('[data-shared]');
  const link = box?.querySelector('a');
  if (box instanceof HTMLElement && link) {
    link.href = location.href.replace(/#.*|$/, `#lang=${document.documentElement.lang}`);
    box.hidden = false;
    adal.querySelector('.adal-main')?.replaceChildren(box);
    adal.querySelectorAll('.adal-bar, .adal-about-leaving').forEach((part) => part.remove());
  }
  console.warn('adal-check: it does not start where a page of the same site could read the answers: in a frame without the \
loader, or in a window that a script opened. Use adal-check.js, or a plain link with rel="noopener".');
  tell('failed');
}
