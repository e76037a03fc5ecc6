/**
 * Narrows what the program may ask of the browser. The list of its calls (`xtask/imports.allow`) has `createElement`,
 * `setAttribute` and `Reflect.set` with any text; elements and attributes that load, lead or send something are refused
 * here. Our program never asks for them, so this only stops a part of it that would.
 *
 * This module must be evaluated before the program; the boot script itself may ask for more.
 */

const ELEMENTS = new Set(`abbr article aside b bdi blockquote br button caption circle code dd del desc details dfn div
  dl dt em fieldset figcaption figure footer g h1 h2 h3 h4 h5 h6 header hr i input ins kbd label legend li line
  main mark nav ol optgroup option p path polygon polyline progress q rect s section select small span strong sub
  summary sup svg symbol table tbody td textarea tfoot th thead title tr u ul wbr`.split(/\s+/));
const ATTRIBUTES = /^(on.*|(.*:)?href|src.*|(form)?action|http-equiv|content|ping|target|poster|data|background|style|is)$/i;

/** Makes any element; only for the boot script. */
export const make = document.createElement.bind(document);
const makeIn = document.createElementNS.bind(document);
const { setAttribute, setAttributeNS } = Element.prototype;
const { set } = Reflect;

/** @param {string} name */
function checkElement(name) {
  if (!ELEMENTS.has(`${name}`.toLowerCase())) {
    throw new TypeError('adal-check: such an element is not made here');
  }
}

/** @param {string} name */
function checkAttribute(name) {
  if (ATTRIBUTES.test(name)) {
    throw new TypeError('adal-check: such an attribute is not set here');
  }
}

Object.assign(document, {
  /** @param {string} name @param {unknown[]} rest */
  createElement(name, ...rest) {
    checkElement(name);
    return Reflect.apply(make, document, [name, ...rest]);
  },
  /** @param {string | null} space @param {string} name @param {unknown[]} rest */
  createElementNS(space, name, ...rest) {
    checkElement(name);
    return Reflect.apply(makeIn, document, [space, name, ...rest]);
  },
});

Object.assign(Element.prototype, {
  /** @this {Element} @param {string} name @param {string} value */
  setAttribute(name, value) {
    checkAttribute(name);
    setAttribute.call(this, name, value);
  },
  /** @this {Element} @param {string | null} space @param {string} name @param {string} value */
  setAttributeNS(space, name, value) {
    checkAttribute(name);
    setAttributeNS.call(this, space, name, value);
  },
});

/** The program sets options of events and files by it, in objects that it has made. @type {typeof Reflect.set} */
Reflect.set = (/** @type {object} */ target, /** @type {PropertyKey} */ name, /** @type {unknown} */ value) => {
  if (Object.getPrototypeOf(target) !== Object.prototype) {
    throw new TypeError('adal-check: only plain objects are set here');
  }
  return set(target, name, value);
};
