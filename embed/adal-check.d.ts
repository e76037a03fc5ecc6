// The element <adal-check> for TypeScript, made by the script adal-check.js.

/** Why the widget cannot be used: it said so itself, it was silent for 20 seconds, or another document took its place. */
type AdalFailure = 'failed' | 'timeout' | 'reloaded';

interface AdalCheckElement extends HTMLElement {
  addEventListener(type: 'adal-ready', listener: (event: Event) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(
    type: 'adal-failed',
    listener: (event: CustomEvent<{ reason: AdalFailure }>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

interface HTMLElementTagNameMap {
  'adal-check': AdalCheckElement;
}
