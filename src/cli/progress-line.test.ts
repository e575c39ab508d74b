import { describe, expect, test } from 'vitest';
import { ProgressLine, showsProgress } from './progress-line.js';

/** A progress line whose clock stands where it is set. */
function lineOn(columns: number) {
  let written = '';
  const clock = { time: 0 };
  const stream = {
    isTTY: true,
    columns,
    write: (text: string) => {
      written += text;
    },
  };
  const line = new ProgressLine(stream, () => clock.time);
  const at = (time: number, judged: number, errors = 0): string => {
    clock.time = time;
    written = '';
    line.show({ judged, documents: 4420, errors });
    return written;
  };
  const erased = (): string => {
    written = '';
    line.erase();
    return written;
  };
  return { at, erased };
}

describe('the progress line', () => {
  test('says nothing in the first second, and leaves nothing to erase', () => {
    const { at, erased } = lineOn(80);
    expect(at(999, 1000)).toBe('');
    expect(erased()).toBe('');
  });

  test('then says how many documents are done, and what was found in them', () => {
    const { at, erased } = lineOn(80);
    expect(at(1000, 1204, 212)).toBe('\r1,204 of 4,420 documents, 212 errors\u001b[K');
    expect(at(1001, 1205, 1)).toBe('');
    expect(at(1100, 1300, 1)).toBe('\r1,300 of 4,420 documents, 1 error\u001b[K');
    expect(erased()).toBe('\r\u001b[K');
    expect(erased()).toBe('');
  });

  test('never fills the line, lest it wraps', () => {
    expect(lineOn(20).at(1000, 1204)).toBe('\r1,204 of 4,420 docu\u001b[K');
  });

  test('is for a terminal before which somebody sits', () => {
    expect(showsProgress({ isTTY: true }, { TERM: 'xterm' })).toBe(true);
    expect(showsProgress({ isTTY: false }, { TERM: 'xterm' })).toBe(false);
    expect(showsProgress({ isTTY: true }, { TERM: 'dumb' })).toBe(false);
    expect(showsProgress({ isTTY: true }, { TERM: 'xterm', CI: 'true' })).toBe(false);
  });
});
