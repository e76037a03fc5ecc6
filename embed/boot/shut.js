/**
 * Removes what the frame's Content-Security-Policy does not govern: WebRTC can send packets under `default-src
 * 'none'`. The policy does govern the other names. Removing them too means that a mistake in the policy is not yet a
 * way out.
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
