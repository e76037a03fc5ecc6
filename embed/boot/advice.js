/** The hints already printed to the console, each shown once. */

const said = new Set();

/**
 * @param {string} name an attribute of the host's element
 * @param {string} value
 * @param {string[] | RegExp} allowed
 */
export function adviseOn(name, value, allowed) {
  const expected = allowed instanceof RegExp ? `written as ${allowed.source}` : `one of ${allowed.join(', ')}`;
  const advice = `adal-check: ${name}="${value.slice(0, 200)}" is ignored; it must be ${expected}.`;
  if (!said.has(advice)) {
    said.add(advice);
    console.warn(advice);
  }
}

/** Only a site can name contacts, so a standalone page prints no hint. @param {Record<string, string>} options */
export function adviseOnContacts(options) {
  if (options.leave && !Object.keys(options).some((name) => name.startsWith('contact-'))) {
    console.info('adal-check: no contact-… attribute is set, so nobody to turn to is named.');
  }
}
