/**
 * Makes the ids of this page differ at each load. The host page can change the fragment of the URL, which would focus
 * the element with that id. With known ids it could find out which page is shown.
 */

const NAMES = ['id', 'for', 'aria-describedby', 'aria-labelledby', 'aria-controls', 'aria-owns', 'list'];

/**
 * Renames the ids in the markup, and stores the prefix on the root for the program.
 *
 * @param {HTMLElement} adal
 */
export function renameIds(adal) {
  const part = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  adal.dataset.ids = `adal-${part}-`;
  const templates = [...document.querySelectorAll('template')].map((template) => template.content);
  for (const root of [adal, ...templates]) {
    for (const name of NAMES) {
      for (const element of root.querySelectorAll(`[${name}]`)) {
        const value = element.getAttribute(name) ?? '';
        element.setAttribute(name, value.replace(/(^|\s)adal-/g, `$1adal-${part}-`));
      }
    }
  }
}
