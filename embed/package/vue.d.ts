// The element <adal-check> in the templates of Vue 3: "types": ["adal-check/vue"] in tsconfig.json.
import type { DefineComponent, HTMLAttributes } from 'vue';
import type { AdalAttributes, AdalFailedEvent } from './adal-check.js';

type OwnProps = Omit<AdalAttributes, 'withdrawn'> & {
  /** Vue would write `false` as text, and any value withdraws the check: `:withdrawn="isWithdrawn ? '' : undefined"`. */
  withdrawn?: '';
  /** The check can be used. */
  onAdalReady?: (event: Event) => void;
  /** It cannot be used, and the content of the element is shown. */
  onAdalFailed?: (event: AdalFailedEvent) => void;
};

declare module 'vue' {
  interface GlobalComponents {
    'adal-check': DefineComponent<OwnProps & Omit<HTMLAttributes, keyof OwnProps>>;
  }
}
