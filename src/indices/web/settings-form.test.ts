import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../rules.ts';
import { readSettingsForm, typedSettings } from './settings-form.ts';

test('settings that are shown and not changed come back the same', () => {
  expect(readSettingsForm(typedSettings('2026', DEFAULT_SETTINGS))).toEqual({ year: 2026, settings: DEFAULT_SETTINGS });
});

test('every number out of its range is named at once', () => {
  const typed = { ...typedSettings('', DEFAULT_SETTINGS), vpr: '0', russian1: '101', minimum: 'много' };
  expect(readSettingsForm(typed)).toEqual({ faults: ['year', 'vpr', 'minimum', 'russian1'] });
});
