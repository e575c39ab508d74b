import { describe, expect, test } from 'vitest';
import { Claims } from './claims.js';

function claimAll(claims: Claims): number[] {
  const claimed: number[] = [];
  for (let next = claims.next(); next !== undefined; next = claims.next()) claimed.push(next);
  return claimed;
}

describe('documents are claimed', () => {
  test('the largest first, equal ones in their order', () => {
    expect(claimAll(Claims.of([5, 20, 5, 10]))).toEqual([1, 3, 0, 2]);
  });

  test('each by one thread only', () => {
    const here = Claims.of([1, 1, 1, 1]);
    const there = new Claims(here.memory);
    expect([here.next(), there.next(), there.next(), here.next()]).toEqual([0, 1, 2, 3]);
    expect([here.next(), there.next(), here.next()]).toEqual([undefined, undefined, undefined]);
  });

  test('after a failure, only as long as they come before it', () => {
    const claims = Claims.of([1, 1, 9, 1, 1]);
    expect(claims.next()).toBe(2);
    claims.fail(2);
    expect(claimAll(claims)).toEqual([0, 1]);
  });

  test('of two failures, the first document counts', () => {
    const claims = Claims.of([1, 2, 3, 4]);
    claims.fail(1);
    claims.fail(3);
    expect(claimAll(claims)).toEqual([0]);
  });
});
