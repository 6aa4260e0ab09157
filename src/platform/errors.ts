/** Expected refusals: each has a code, a status and a message in the person's language that says what to do. */
import { nested } from './quotes.ts';

export interface RefusalDefinition {
  readonly status: number;
  readonly ru: string;
  readonly en: string;
}

/** One capability's list of refusals; messages may quote details as `{name}`. */
export type RefusalList = Readonly<Record<string, RefusalDefinition>>;

export type Language = 'ru' | 'en';

export class Refusal extends Error {
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, string | number>>;
  readonly #definition: RefusalDefinition;

  constructor(code: string, definition: RefusalDefinition, details: Readonly<Record<string, string | number>> = {}) {
    super(fill(definition.en, details));
    this.name = 'Refusal';
    this.code = code;
    this.status = definition.status;
    this.details = details;
    this.#definition = definition;
  }

  inLanguage(language: Language): string {
    return fill(this.#definition[language], this.details);
  }
}

/** Puts details into the places `{name}` of a message; names that are quoted themselves get inner quotation marks. */
export function fill(message: string, details: Readonly<Record<string, string | number>>): string {
  return nested(message.replace(/\{(\w+)\}/g, (whole, name: string) => String(details[name] ?? whole)));
}

/** Makes `refuse(code, details)` for one list: the error to throw. */
export function refusals<L extends RefusalList>(list: L) {
  return (code: keyof L & string, details?: Readonly<Record<string, string | number>>): Refusal =>
    new Refusal(code, list[code]!, details);
}

/** Refusals that any capability may need. */
export const commonRefusals = {
  notFound: {
    status: 404,
    ru: 'Этого здесь нет, или у вас нет права это видеть. Проверьте ссылку или вернитесь к списку.',
    en: 'It is not here, or you have no right to see it. Check the link or go back to the list.',
  },
  forbidden: {
    status: 403,
    ru: 'Ваша роль не позволяет это сделать. Обратитесь к администратору вашей организации.',
    en: 'Your role does not allow this. Ask the administrator of your organisation.',
  },
  signInRequired: {
    status: 401,
    ru: 'Войдите, чтобы продолжить.',
    en: 'Sign in to continue.',
  },
  badInput: {
    status: 400,
    ru: 'Проверьте введённое: {fields}.',
    en: 'Check what was entered: {fields}.',
  },
  foreignOrigin: {
    status: 403,
    ru: 'Запрос пришёл с другого сайта и отклонён. Откройте страницу «Объектива» и повторите.',
    en: 'The request came from another site and was refused. Open the page of the system and try again.',
  },
  changedMeanwhile: {
    status: 409,
    ru: 'Пока вы работали, это изменил кто-то другой. Обновите страницу и повторите изменение.',
    en: 'Someone else changed this while you were working. Reload the page and repeat the change.',
  },
  tooManyRequests: {
    status: 429,
    ru: 'Слишком много попыток. Подождите {seconds} с и повторите.',
    en: 'Too many attempts. Wait {seconds} s and try again.',
  },
  unexpected: {
    status: 500,
    ru: 'Что-то сломалось у нас, не у вас. Введённое сохранено, повторите через минуту. Номер записи: {reference}.',
    en: 'Something broke on our side, not yours. What you entered is kept; try again in a minute. Record: {reference}.',
  },
} as const satisfies RefusalList;

export const refuseCommon = refusals(commonRefusals);
