import type { Language } from './i18n.ts';

/**
 * Numbers and dates as the interface and documents print them. Russian: decimal comma, thin no-break spaces in thousands and before
 * the sign of per cent, a true minus; English: point, comma, no space before per cent. Missing is a dash, never a zero.
 */

const THIN = '\u202f';
const NBSP = '\u00a0';
const MINUS = '\u2212';
export const DASH = '\u2014';

const LOCALE = { ru: 'ru-RU', en: 'en-GB' } as const;

const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, digits: number, signed: boolean): Intl.NumberFormat {
  const key = `${language} ${digits} ${signed}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LOCALE[language], {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: signed ? 'exceptZero' : 'negative',
    });
    numberFormats.set(key, format);
  }
  return format;
}

export interface NumberStyle {
  /** Decimal places; 0 by default. */
  readonly digits?: number;
  /** Print a plus before a positive number: for differences. */
  readonly signed?: boolean;
}

/** A number, or a dash where there is none. */
export function formatNumber(value: number | null | undefined, language: Language, style: NumberStyle = {}): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return DASH;
  const printed = numberFormat(language, style.digits ?? 0, style.signed ?? false).format(value);
  const dashed = printed.replace(/-/g, MINUS);
  return language === 'ru' ? dashed.replace(/[\u00a0 ]/g, THIN) : dashed;
}

/** A share from 0 to 1 as per cent: «12,5 %», "12.5%". */
export function percent(share: number | null | undefined, language: Language, digits = 0): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return DASH;
  return formatNumber(share * 100, language, { digits }) + (language === 'ru' ? `${THIN}%` : '%');
}

/** A difference of two shares, in percentage points: «+3,2 п. п.». */
export function percentagePoints(difference: number | null | undefined, language: Language, digits = 1): string {
  if (difference === null || difference === undefined || !Number.isFinite(difference)) return DASH;
  const value = formatNumber(difference * 100, language, { digits, signed: true });
  return language === 'ru' ? `${value}${NBSP}п.${THIN}п.` : `${value}${NBSP}pp`;
}

/** A p-value or a probability of error: never printed as zero. */
export function probability(p: number | null | undefined, language: Language): string {
  if (p === null || p === undefined || !Number.isFinite(p)) return DASH;
  if (p < 0.0001) return `<${THIN}${formatNumber(0.0001, language, { digits: 4 })}`;
  return formatNumber(p, language, { digits: p < 0.001 ? 4 : p < 0.1 ? 3 : 2 });
}

/** Forms of a word by the rules of the language; English needs `one` and `other`, Russian `one`, `few`, `many` and, for fractions, `other`. */
export interface PluralForms {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other?: string;
}

const pluralRules: Record<Language, Intl.PluralRules> = {
  ru: new Intl.PluralRules('ru'),
  en: new Intl.PluralRules('en'),
};

/** The form that the number asks for, without the number: plural(22, 'ru', { one: 'работа', few: 'работы', many: 'работ' }). */
export function plural(n: number, language: Language, forms: PluralForms): string {
  const category = pluralRules[language].select(Math.abs(n));
  switch (category) {
    case 'one':
      return forms.one;
    case 'few':
      return forms.few ?? forms.other ?? forms.one;
    case 'many':
      return forms.many ?? forms.other ?? forms.one;
    default:
      return forms.other ?? forms.few ?? forms.many ?? forms.one;
  }
}

/** The number with its word, kept on one line: «22 работы», «3,2 балла». */
export function count(n: number, language: Language, forms: PluralForms, digits = 0): string {
  const shown = Number(n.toFixed(digits));
  return `${formatNumber(shown, language, { digits })}${NBSP}${plural(digits > 0 && !Number.isInteger(shown) ? shown : Math.round(shown), language, forms)}`;
}

const POINT_FORMS: Record<Language, PluralForms> = {
  ru: { one: 'балл', few: 'балла', many: 'баллов', other: 'балла' },
  en: { one: 'point', other: 'points' },
};

/** Raw points with the word: «12 баллов», «3,2 балла». */
export function points(value: number, language: Language, digits = Number.isInteger(value) ? 0 : 1): string {
  return count(value, language, POINT_FORMS[language], digits);
}

const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** An ISO day (YYYY-MM-DD, or an instant of which the local day is meant) as «22.11.2026» or "22 Nov 2026". */
export function date(iso: string | null | undefined, language: Language): string {
  if (!iso) return DASH;
  const [year, month, day] = iso.length === 10 ? iso.split('-') : localDay(new Date(iso));
  if (language === 'ru') return `${day}.${month}.${year}`;
  return `${Number(day)}${NBSP}${MONTHS_EN[Number(month) - 1]}${NBSP}${year}`;
}

/** An instant as day and local time: «22.11.2026, 08:10». */
export function dateTime(iso: string | null | undefined, language: Language): string {
  return iso ? `${date(iso, language)}, ${time(iso)}` : DASH;
}

/** Local time of an instant: 08:10. */
export function time(iso: string): string {
  const at = new Date(iso);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

function localDay(at: Date): [string, string, string] {
  return [String(at.getFullYear()), two(at.getMonth() + 1), two(at.getDate())];
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

/** Reads «5.9.2026» or «05.09.2026» into an ISO day; null when there is no such day. */
export function parseDate(typed: string): string | null {
  const parts = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed.trim());
  if (!parts) return null;
  const [day, month, year] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCDate() !== day || at.getUTCMonth() !== month - 1 || at.getUTCFullYear() !== year) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

const DURATION: Record<Language, { seconds: string; minutes: string; hours: string }> = {
  ru: { seconds: 'с', minutes: 'мин', hours: 'ч' },
  en: { seconds: 's', minutes: 'min', hours: 'h' },
};

/** A length of time in the largest fitting unit: «40 с», «3 мин», «2 ч». */
export function duration(seconds: number, language: Language): string {
  const words = DURATION[language];
  if (seconds < 60) return `${formatNumber(Math.max(1, Math.round(seconds)), language)}${NBSP}${words.seconds}`;
  if (seconds < 3600) return `${formatNumber(Math.round(seconds / 60), language)}${NBSP}${words.minutes}`;
  return `${formatNumber(seconds / 3600, language, { digits: seconds < 36000 ? 1 : 0 })}${NBSP}${words.hours}`;
}

/** Size of a file: «1,4 МБ». */
export function fileSize(bytes: number, language: Language): string {
  const units = language === 'ru' ? ['Б', 'КБ', 'МБ', 'ГБ'] : ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${formatNumber(value, language, { digits: unit > 0 && value < 10 ? 1 : 0 })}${NBSP}${units[unit]}`;
}
