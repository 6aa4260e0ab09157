import { expect, test } from 'vitest';
import { chooseLanguage, languageOfEnvironment } from './language.ts';

test('Russian unless the environment is English', () => {
  expect(languageOfEnvironment({})).toBe('ru');
  expect(languageOfEnvironment({ LANG: 'C.UTF-8' })).toBe('ru');
  expect(languageOfEnvironment({ LANG: 'en_GB.UTF-8' })).toBe('en');
  expect(languageOfEnvironment({ LANG: 'en_GB.UTF-8', LC_ALL: 'ru_RU.UTF-8' })).toBe('ru');
  expect(languageOfEnvironment({ LANG: 'ru_RU.UTF-8', LC_ALL: 'en_US' })).toBe('en');
});

test('the option goes before the environment and is taken out of the arguments', () => {
  expect(chooseLanguage(['analyze', '--lang', 'en', 'a.csv'], {})).toEqual({
    language: 'en',
    args: ['analyze', 'a.csv'],
  });
  expect(chooseLanguage(['--lang=ru'], { LANG: 'en_GB' })).toEqual({ language: 'ru', args: [] });
});

test('what stands after -- is left alone', () => {
  expect(chooseLanguage(['analyze', '--', '--lang'], {}).args).toEqual(['analyze', '--', '--lang']);
});

test('another language, none, or two are refused', () => {
  expect(() => chooseLanguage(['--lang', 'de'], {})).toThrow('allowed: ru, en');
  expect(() => chooseLanguage(['--lang'], {})).toThrow('needs a value');
  expect(() => chooseLanguage(['--lang', 'ru', '--lang', 'en'], {})).toThrow('more than once');
});
