// A reporter for node:test that writes one line of JSON per test: its name, and whether it passed.

export default async function* outcomes(events) {
  for await (const { type, data } of events) {
    const passed = type === 'test:pass';
    const ran = (passed || type === 'test:fail') && !data.skip && data.details?.type !== 'suite';
    if (ran) yield `${JSON.stringify({ name: data.name, passed })}\n`;
  }
}
