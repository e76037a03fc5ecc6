/**
 * Whether another page can look into this one. In the loader's frame none can. In a plain frame, or in a window
 * opened by a script of the same site, that site's session recorders would see every answer, so the check does not
 * start there.
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
    // A page of another site cannot look in.
    return true;
  }
}

/**
 * Shows a message in place of the page, with a link that opens the check on its own.
 *
 * @param {HTMLElement} adal shows the start page in the requested language
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
