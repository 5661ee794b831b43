// What a day field's calendar lays out, and where its keys lead.
import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, monthsOf, moved, weeksOf } from '../../renderer/ui/day/calendarDays.ts';
import { addDays, isDay } from '../../shared/rules/day.ts';

const day = integer({ min: 0, max: 109_000 }).map((offset) => addDays('1900-01-01', offset));

test('a month begins on its own weekday and stands whole in six weeks', () => {
  // 1 November 2026 is a Sunday.
  expect(weeksOf('2026-11-15')[0]).toEqual([26, 27, 28, 29, 30, 31].map((n) => `2026-10-${n}`).concat('2026-11-01'));
  assert(
    property(day, (at) => {
      const days = weeksOf(at).flat();
      expect(days).toEqual(days.map((_, index) => addDays(days[0] ?? '', index)));
      expect(days).toEqual(
        expect.arrayContaining([`${at.slice(0, 7)}-01`, at, addDays(addMonths(`${at.slice(0, 7)}-01`, 1), -1)]),
      );
    }),
  );
  expect(monthsOf('1991-05-01').flat()).toHaveLength(12);
});

describe('keys', () => {
  test.each([
    ['2026-11-15', 'ArrowLeft', '2026-11-14'],
    ['2026-11-15', 'ArrowDown', '2026-11-22'],
    ['2026-03-31', 'PageUp', '2026-02-28'],
    ['2024-02-29', 'Shift+PageDown', '2025-02-28'],
    ['2199-12-31', 'ArrowRight', '2199-12-31'],
    ['1900-01-15', 'PageUp', '1900-01-01'],
    ['2026-11-15', 'Home', null],
  ])('from %s by %s to %s', (from, key, to) => expect(moved(from, key, false)).toBe(to));
  test('none leads out of the calendar', () => {
    const keys = constantFrom(
      'ArrowLeft',
      'ArrowRight',
      'ArrowUp',
      'ArrowDown',
      'PageUp',
      'PageDown',
      'Shift+PageUp',
      'Shift+PageDown',
    );
    assert(
      property(day, keys, constantFrom(true, false), (from, key, months) => {
        const to = moved(from, key, months) ?? '';
        expect(isDay(to)).toBe(true);
        expect(to >= '1900-01-01' && to <= '2199-12-31').toBe(true);
      }),
    );
  });
});
