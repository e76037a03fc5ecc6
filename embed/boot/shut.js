/**
 * Shuts what the frame's Content-Security-Policy does not govern: WebRTC sends packets under `default-src 'none'`.
 * The other names are governed by the policy; without them a mistake in the policy is not yet a way out.
 *
 * This module must be evaluated before any other.
 */

const WAYS_OUT =
  /^((moz|webkit)?RTC.*|WebTransport.*|WebSocket.*|EventSource|XMLHttpRequest.*|fetch|fetchLater|(Shared)?Worker|open)$/;

for (const name of Object.getOwnPropertyNames(globalThis)) {
  if (WAYS_OUT.test(name)) {
    Reflect.deleteProperty(globalThis, name);
  }
}
