/*! adal-check: the element <adal-check> shows the self-check in a sandboxed frame. MIT OR Apache-2.0.
 *
 * Messages are texts, written as in the fragment of an address; adal=1 is the version. Out of the frame:
 *   adal=1&type=ready                   it can be shown
 *   adal=1&type=height&height=600       its content is so high, in CSS pixels
 *   adal=1&type=top                     a new page begins
 *   adal=1&type=language&lang=ru        the person chose kk, ru or en
 *   adal=1&type=leave                   be rid of it at once
 *   adal=1&type=failed                  it cannot go on
 * Into the frame, after ready, the attributes that have changed since:
 *   adal=1&type=attributes&theme=dark
 * Never an answer, a finding or a count.
 */
(() => {
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const PATIENCE_MS = 20000;
  const LANGS = ['kk', 'ru', 'en'];
  /** Allowed values, or how a value is written. @type {Record<string, string[] | RegExp>} */
  const ATTRIBUTES = {
    lang: LANGS,
    audience: ['staff', 'ngo'],
    situation: /^[a-z][a-z0-9-]{0,63}$/,
    clause: /^\d{1,2}(\.\d{1,2}){1,2}$/,
    theme: ['auto', 'light', 'dark'],
    height: ['auto', 'fixed'],
  };
  /** @type {Record<string, string>} */
  const TITLES = {
    kk: 'Сыбайлас жемқорлыққа қарсы стандарт: өзін-өзі тексеру',
    ru: 'Антикоррупционный стандарт: самопроверка',
    en: 'Anti-Corruption Standard: self-check',
  };
  const defaultLang = () => {
    const page = document.documentElement.lang.toLowerCase().replace(/-.*/, '');
    return LANGS.includes(page) ? page : 'kk';
  };
  /** What holds again when an attribute is taken away. @type {Record<string, () => string>} */
  const DEFAULTS = { lang: defaultLang, theme: () => 'auto', height: () => 'auto' };
  // While waiting, the frame stays in the layout: browsers hold back frames that are not.
  const style = new CSSStyleSheet();
  style.replaceSync(`:host{display:block}:host([hidden]),[hidden]{display:none}:host([height=fixed i]){height:40rem}
iframe{display:block;width:100%;height:1px;border:0;visibility:hidden}
.shown{height:600px;visibility:visible}.fixed{height:100%!important}`);

  customElements.define(
    'adal-check',
    class extends HTMLElement {
      static observedAttributes = Object.keys(ATTRIBUTES);

      #fallback = document.createElement('slot');
      /** @type {HTMLIFrameElement | undefined} */
      #frame;
      /** @type {Record<string, string>} */
      #values = {};
      /** What the frame knows of them. @type {Record<string, string>} */
      #told = {};
      #ready = false;
      #timer = 0;

      constructor() {
        super();
        const root = this.attachShadow({ mode: 'open' });
        root.adoptedStyleSheets = [style];
        root.append(this.#fallback);
      }

      connectedCallback() {
        this.#values.lang ??= defaultLang();
        this.#told = { ...this.#values };
        const url = new URL('adal-check.html', src);
        url.hash = `${new URLSearchParams(this.#values)}`;

        const frame = document.createElement('iframe');
        frame.setAttribute('sandbox', 'allow-scripts allow-downloads allow-modals');
        frame.allow = 'clipboard-write';
        frame.referrerPolicy = 'no-referrer';
        frame.src = url.href;
        let loads = 0;
        // A second document in the frame is not the one that was asked for.
        frame.onload = () => ++loads > 1 && this.#fail('reloaded', true);
        this.#frame = frame;
        this.#name(this.#values.lang);
        this.#timer = setTimeout(() => {
          console.warn(`adal-check: no answer from ${url.origin + url.pathname}. Is the file there? ` +
            'Does its server add Content-Security-Policy or X-Frame-Options to it?');
          this.#fail('timeout', false);
        }, PATIENCE_MS);
        addEventListener('message', this);
        this.shadowRoot?.prepend(frame);
      }

      disconnectedCallback() {
        this.#remove();
      }

      /** With this, `moveBefore` keeps the frame and what a person has done in it. */
      connectedMoveCallback() {}

      /**
       * @param {string} name
       * @param {string | null} _old
       * @param {string | null} given
       */
      attributeChangedCallback(name, _old, given) {
        const allowed = ATTRIBUTES[name] ?? [];
        let value = given?.trim().toLowerCase() ?? '';
        if (name === 'lang') {
          value = value.replace(/-.*/, '');
        }
        if (value && !('test' in allowed ? allowed.test(value) : allowed.includes(value))) {
          const expected = 'test' in allowed ? `written as ${allowed.source}` : `one of ${allowed.join(', ')}`;
          console.warn(`adal-check: ${name}="${given}" is ignored; it must be ${expected}.`);
          value = '';
        }
        if (value || name in this.#values) {
          this.#values[name] = value || DEFAULTS[name]?.() || '';
        }
        this.#tell();
      }

      /** @param {MessageEvent} event */
      handleEvent({ source, data }) {
        if (!this.#frame || source !== this.#frame.contentWindow || typeof data !== 'string') {
          return;
        }
        const { adal, type, height, lang } = Object.fromEntries(new URLSearchParams(data));
        if (adal !== '1') {
          return;
        }
        if (type === 'ready' && !this.#ready) {
          this.#ready = true;
          clearTimeout(this.#timer);
          this.#fallback.hidden = true;
          this.#tell();
          this.dispatchEvent(new Event('adal-ready'));
        } else if (type === 'height' && Number(height) > 0) {
          this.#frame.style.height = `${Math.min(Math.max(Number(height), 200), 20000)}px`;
        } else if (type === 'top') {
          const { top } = this.getBoundingClientRect();
          if (top < 0 || top >= innerHeight) {
            this.scrollIntoView();
          }
        } else if (type === 'language' && lang && LANGS.includes(lang)) {
          this.#name(lang);
        } else if (type === 'leave') {
          this.#remove();
        } else if (type === 'failed') {
          // What a person has read so far stays in sight.
          this.#fail('failed', !this.#ready);
        }
      }

      /** @param {string | undefined} lang */
      #name(lang) {
        if (this.#frame && lang) {
          this.#frame.lang = this.dataset.lang = lang;
          this.#frame.title = TITLES[lang] ?? '';
        }
      }

      #tell() {
        if (!this.#frame || !this.#ready) {
          return;
        }
        this.#frame.className = `shown ${this.#values.height ?? ''}`;
        const changed = Object.entries(this.#values).filter(([name, value]) => value !== this.#told[name]);
        if (changed.length) {
          this.#told = { ...this.#values };
          const message = `adal=1&type=attributes&${new URLSearchParams(changed)}`;
          this.#frame.contentWindow?.postMessage(message, '*');
        }
      }

      /**
       * @param {string} reason
       * @param {boolean} forGood
       */
      #fail(reason, forGood) {
        this.#fallback.hidden = false;
        if (forGood) {
          this.#remove();
        }
        this.dispatchEvent(new CustomEvent('adal-failed', { detail: { reason } }));
      }

      #remove() {
        clearTimeout(this.#timer);
        removeEventListener('message', this);
        this.#frame?.remove();
        this.#frame = undefined;
        this.#ready = false;
        this.#fallback.hidden = false;
      }
    },
  );
})();
