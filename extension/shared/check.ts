/**
 * What a message must look like before it is used: one check for each type, made from the checks of its parts. The
 * compiler holds each to the type that it is for. Fields that no check names are let through, and read by nobody.
 */
export type Check<T> = (value: unknown) => value is T;

export const flag: Check<boolean> = (value) => typeof value === 'boolean';

/** A string of so many UTF-16 units. */
export const text =
  (least = 0, most = Number.POSITIVE_INFINITY): Check<string> =>
  (value): value is string =>
    typeof value === 'string' && value.length >= least && value.length <= most;

/** Zero or a natural number: an id, an offset, a count. */
export const index: Check<number> = (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/** A number from 0 to 1. */
export const fraction: Check<number> = (value): value is number =>
  typeof value === 'number' && value >= 0 && value <= 1;

export const oneOf =
  <const T extends readonly unknown[]>(...values: T): Check<T[number]> =>
  (value): value is T[number] =>
    values.includes(value);

export const orNull =
  <T>(check: Check<T>): Check<T | null> =>
  (value): value is T | null =>
    value === null || check(value);

/** For a field that may be missing. */
export const optional =
  <T>(check: Check<T>): Check<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || check(value);

export const listOf =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(check);

/** An object with these fields. */
export const fields = <T extends object>(checks: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> => {
  const all = Object.entries<Check<unknown>>(checks);
  return (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    all.every(([name, check]) => check((value as Record<string, unknown>)[name]));
};
