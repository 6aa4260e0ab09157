import { expect, test } from 'vitest';
import { nested, quoted } from './quotes.ts';

test('a name in quotation marks keeps its own as inner ones', () => {
  expect(quoted('СОШ № 1')).toBe('«СОШ № 1»');
  expect(quoted('МБОУ «Центр № 7 „Маяк“»')).toBe('«МБОУ „Центр № 7 „Маяк““»');
});

test('a sentence nests the marks of the names in it and leaves those that stand beside one another', () => {
  expect(nested('Школы «МБОУ «Школа № 2»» нет среди организаций «Края»')).toBe(
    'Школы «МБОУ „Школа № 2“» нет среди организаций «Края»',
  );
  expect(nested('Лист «А», строка «Б»')).toBe('Лист «А», строка «Б»');
});
