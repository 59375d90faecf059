import { describe, expect, it } from 'vitest';
import { sizeText, tookText } from './words';

describe('durations and sizes', () => {
  it.each([
    [84, '0.08 ms'],
    [1_250, '1.25 ms'],
    [12_400, '12 ms'],
    [1_500_000, '1.5 s'],
  ])('%i microseconds took %s', (us, text) => expect(tookText(us)).toBe(text));

  it.each([
    [0, '0 bytes'],
    [1023, '1023 bytes'],
    [1536, '1.5 KB'],
    [65_536, '64 KB'],
    [2_097_152, '2.0 MB'],
  ])('%i bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
});
