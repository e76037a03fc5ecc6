/**
 * Saves the files that the program makes. The program has no call that could set an address or press a link: it offers a
 * file, and this module makes an address that leads to that file in memory and nowhere else.
 */

import { make } from './narrow.js';

const SAVE_EVENT = 'adal-save';

/** How long the browser may take to read a file. What it holds is not to stay in memory longer than need be. */
const FORGET_AFTER_MS = 60000;

/** @param {HTMLElement} adal */
export function saveFiles(adal) {
  adal.addEventListener(SAVE_EVENT, (event) => {
    const { detail } = /** @type {CustomEvent} */ (event);
    if (event.target === adal && detail instanceof File && save(detail)) {
      event.preventDefault();
    }
  });
}

/**
 * @param {File} file
 * @returns {boolean} whether the browser took it
 */
function save(file) {
  try {
    const link = make('a');
    link.href = URL.createObjectURL(file);
    link.download = file.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), FORGET_AFTER_MS);
    return true;
  } catch {
    return false;
  }
}
