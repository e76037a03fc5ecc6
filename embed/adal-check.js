/*! adal-check MIT OR Apache-2.0 */
/*
 * The loader. It creates the frame and everything that must be in the page itself: the notice, the contacts, the button
 * “Leave quickly”, and the fallback without a frame. It passes settings of the frame on unchanged; the frame validates all
 * attributes and prints hints about invalid ones to the console (boot/fragment.js). What the page uses is validated here too.
 *
 * Messages are strings in the form of a URL fragment; adal=1 is the version. From the frame:
 *   adal=1&type=ready                   the check can be shown
 *   adal=1&type=height&height=600       the height of its content, in CSS pixels
 *   adal=1&type=top                     a new page is shown
 *   adal=1&type=language&lang=ru&…      its language; title and label are its texts for the frame and the button
 *   adal=1&type=leave                   remove it at once
 *   adal=1&type=failed                  the check cannot continue
 * To the frame, after ready and at every later change, all settings, as in the URL of the frame:
 *   adal=1&type=attributes&theme=dark&…
 * Never an answer, a finding or a count. docs/EMBEDDING.md describes the whole protocol.
 */
// On a server that renders pages there are no elements.
if (globalThis.document) {
  const TAG = 'adal-check';
  /** Null if a bundler made this file part of a module. */
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const GROUPS = ['contact-', 'contact-ngo-', 'contact-outside-'];
  /** @type {Record<string, string>} */
  const SCHEMES = { name: '', url: '', phone: 'tel:', email: 'mailto:' };
  /** The attributes that the frame receives. */
  const SETTINGS = [...'lang audience situation clause theme height exit-url src'.split(' '),
    ...GROUPS.flatMap((group) => Object.keys(SCHEMES).map((part) => group + part))];
  const NAMES = ['notice', 'withdrawn', ...SETTINGS];
  /** Custom properties that the frame may adopt. */
  const LOOKS = 'accent background font radius text-size'.split(' ');
  // Excludes schemes that run code in the URL itself.
  const SRC = /^(\.{0,2}|https?:)\/[^\s#]+$/;
  /** A part of a contact, and the URL made from it. */
  const HREF = /^(url https?:\/\/\S+|email mailto:[^\s@]+@[^\s@]+|phone tel:\+?[\d()-]+)$/;

  /**
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {object} [properties]
   */
  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);

  /**
   * @param {Element} element
   * @param {string} name
   */
  const read = (element, name) => element.getAttribute(name)?.trim() ?? '';

  if (script) {
    const element = make(TAG);
    for (const name of NAMES) {
      const value = script.getAttribute(`data-${name}`);
      if (value !== null) {
        element.setAttribute(name, value);
      }
    }
    // If the site handles navigation itself, the tag may run again together with the element that it created.
    if (element.hasAttributes() && script.nextElementSibling?.localName !== TAG) {
      if (script.closest('head')) {
        console.warn('adal-check: move the script tag into the body.');
      }
      script.after(element);
    }
  }

  // Another tag, or another version, may have been first.
  if (!customElements.get(TAG)) {
    // While waiting, the frame stays in the layout, because browsers delay frames that are not.
    /** @type {CSSStyleSheet | undefined} */
    let style;
    try {
      style = new CSSStyleSheet();
    } catch {
      // A browser without constructable style sheets shows the content of the element.
    }
    style?.replaceSync(`:host(:not([hidden])){display:flex;flex-flow:column}:host([height~=fixed i]){height:40rem}\
slot{display:block}\
iframe{width:100%;height:1px;border:0;visibility:hidden}.shown{min-height:200px;max-height:1e5px;visibility:visible}\
:host([height~=fixed i]) .shown{flex:1;min-height:0}\
div{position:sticky;top:0;background:Canvas;text-align:end}\
button{padding:1em;border:1px solid;background:#000;color:#fff;font:inherit}\
a{color:inherit}p{overflow-wrap:anywhere;white-space:pre-line;scroll-margin:inherit}\
p:empty{margin:0}.shown:not(.failed)~span{display:none}@media print{div{display:none}}`);

    /** @typedef {{ refresh: () => void, hear: (event: MessageEvent) => void, remove: () => void }} Check */
    /** The checks of the elements on the page. @type {Map<Element, Check>} */
    const live = new Map();
    addEventListener('message', (event) => live.forEach((check) => check.hear(event)));
    matchMedia('(prefers-color-scheme:dark)').onchange = () => live.forEach((check) => check.refresh());

    /**
     * @param {HTMLElement} element
     * @param {ShadowRoot} root
     * @returns {Check}
     */
    const checkIn = (element, root) => {
      const notice = make('p', { part: 'notice' });
      const button = make('button', { part: 'leave', onclick() { leave(); } });
      /**
       * Sticks to the top while the page scrolls, which nothing inside a frame as high as its page can do. Shown once
       * the check is ready.
       */
      const bar = make('div', { part: 'bar', hidden: true });
      /** The check on its own, if the element is empty. */
      const link = make('a', { part: 'link' });
      const slot = make('slot', { onslotchange: () => fill() });
      const fallback = make('span');
      const contacts = make('section', { part: 'contacts' });
      /** Undefined before it is opened; null after permanent removal. @type {HTMLIFrameElement | null | undefined} */
      let frame = style ? undefined : null;
      let timer = 0;
      if (style) {
        root.adoptedStyleSheets = [style];
      }
      bar.append(button);
      fallback.append(slot, link);
      root.replaceChildren(notice, bar, fallback, contacts);

      /** The URL of the frame: `src`, or in the folder of this script if it has a URL. */
      const fileOf = () => {
        const src = read(element, 'src');
        const folder = /^\w+:\/\//.test(`${script?.src}`) ? new URL('.', script?.src) : '';
        return make('a', { href: SRC.test(src) ? src : `${folder}adal-check.html` }).href;
      };

      const fill = () => {
        const lang = element.lang || document.documentElement.lang;
        Object.assign(link, {
          hidden: /\S/.test(element.textContent) || element.hasAttribute('withdrawn'),
          href: `${fileOf()}#lang=${lang}`,
          textContent: lang.startsWith('en') ? 'Self-check' : lang.startsWith('ru') ? 'Самопроверка' : 'Өзін-өзі тексеру',
        });
      };

      /** @param {null} [forGood] */
      const remove = (forGood) => {
        clearTimeout(timer);
        frame?.remove();
        frame = forGood;
        bar.hidden = true;
      };

      const leave = () => {
        remove(null);
        const address = read(element, 'exit-url');
        if (HREF.test(`url ${address}`)) {
          location.replace(address);
        }
      };

      /**
       * @param {string} reason
       * @param {unknown} [forGood]
       */
      const fail = (reason, forGood) => {
        if (forGood) {
          remove(null);
        } else if (frame) {
          frame.className += ' failed';
        }
        element.dispatchEvent(new CustomEvent('adal-failed', { detail: { reason } }));
      };

      /** @param {number} patience in milliseconds */
      const wait = (patience) => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          console.warn(`adal-check: no answer from ${fileOf()}. Is it there? Do X-Frame-Options, \
Content-Security-Policy, frame-src, Embedder-Policy allow it?`);
          fail('timeout', !bar.hidden);
        }, patience);
      };

      /** The settings for the frame; `page` is the language of the page. */
      const settings = () => {
        const looks = getComputedStyle(element);
        return new URLSearchParams([
          ...SETTINGS.map((name) => [name, read(element, name)]),
          ...LOOKS.map((name) => [name, looks.getPropertyValue(`--adal-${name}`)]),
          ['page', document.documentElement.lang],
        ]);
      };

      const tell = () => frame?.contentWindow?.postMessage(`adal=1&type=attributes&${settings()}`, '*');

      return {
        remove,
        refresh() {
          fill();
          contacts.textContent = '';
          notice.textContent = read(element, 'notice');
          for (const group of GROUPS) {
            const line = make('p');
            for (const part in SCHEMES) {
              const textContent = read(element, group + part);
              const scheme = SCHEMES[part];
              const href = scheme ? scheme + textContent.replaceAll(' ', '') : textContent;
              if (part === 'name') {
                line.append(textContent);
              } else if (HREF.test(`${part} ${href}`)) {
                line.append(' ', make('a', { href, textContent }));
              }
            }
            contacts.append(line);
          }
          if (element.hasAttribute('withdrawn')) {
            remove();
            const file = fileOf();
            element.querySelectorAll('a').forEach((offer) => offer.href.startsWith(file) && offer.remove());
          } else if (frame === undefined) {
            frame = make('iframe', {
              sandbox: 'allow-scripts allow-downloads allow-modals',
              allow: 'clipboard-write',
              referrerPolicy: 'no-referrer',
              src: `${fileOf()}#${settings()}`,
              /** @this {HTMLIFrameElement} */
              onload() {
                // WebKit fires this again when a person goes back in the frame. Any other document does not answer.
                this.onload = () => {
                  tell();
                  wait(5000);
                };
                if (bar.hidden) {
                  wait(5000);
                }
              },
            });
            fallback.before(frame);
            wait(20000);
          } else {
            tell();
          }
        },
        hear({ source, data }) {
          if (!frame || source !== frame.contentWindow || typeof data !== 'string' || !data.startsWith('adal=1&')) {
            return;
          }
          clearTimeout(timer);
          /** @type {Record<string, any>} */
          const { type, height, lang, title, label } = Object.fromEntries(new URLSearchParams(data));
          if (type === 'height') {
            frame.style.height = `${height}px`;
          } else if (type === 'language') {
            element.dataset.lang = frame.lang = button.lang = lang;
            frame.title = title;
            button.textContent = label;
          } else if (type === 'ready' && bar.hidden) {
            bar.hidden = false;
            frame.className = 'shown';
            tell();
            element.dispatchEvent(new CustomEvent('adal-ready'));
          } else if (type === 'top') {
            // The notice is at the top, even if it is empty. In a scrolling box, the page itself may be out of view.
            notice.scrollIntoView({ block: 'nearest' });
          } else if (type === 'leave') {
            leave();
          } else if (type === 'failed') {
            // What the person has read so far stays visible.
            fail(type, bar.hidden);
          }
        },
      };
    };

    customElements.define(
      TAG,
      class extends HTMLElement {
        static observedAttributes = NAMES;
        #root = this.attachShadow({ mode: 'open' });

        connectedCallback() {
          live.set(this, checkIn(this, this.#root));
          this.refresh();
        }

        disconnectedCallback() {
          live.get(this)?.remove();
          live.delete(this);
        }

        /** Makes `moveBefore` keep the frame and the person’s answers. */
        connectedMoveCallback() {}

        attributeChangedCallback() {
          this.refresh();
        }

        /** Applies the attributes, and reads the custom properties again. */
        refresh() {
          live.get(this)?.refresh();
        }
      },
    );
  }
}
