import { expect, test } from 'vitest';
import { newestOf, placesOf } from './place.ts';

const at = (id: number, state: 'submitted' | 'returned' | 'accepted' | 'superseded' | 'withdrawn') => ({ id, state });

test('a first piece has nothing to choose, a returned one is mended', () => {
  expect(placesOf([], 0)).toMatchObject({ usual: 'beside', asks: false });
  expect(placesOf([at(4, 'returned'), at(3, 'superseded')], 4)).toMatchObject({ usual: 4, asks: false });
});

test('beside what waits already the person may choose; what came after the form was opened he has to decide about', () => {
  expect(placesOf([at(4, 'submitted')], 4)).toMatchObject({ usual: 'beside', asks: true, meanwhile: [] });
  const places = placesOf([at(6, 'submitted'), at(5, 'withdrawn'), at(4, 'returned')], 4);
  expect(places).toMatchObject({ usual: null, asks: true, meanwhile: [{ id: 6 }] });
  expect(places.replaceable.map(({ id }) => id)).toEqual([4, 6]);
  expect(newestOf([at(6, 'submitted'), at(7, 'withdrawn')])).toBe(7);
});
