/** The heading that all exports of FIS OKO share: title with procedure, subject and grade, maximum, date. */
import type { TableRow } from '#src/platform/tables/source.ts';
import type { WorkLevel } from '../../model.ts';
import { canonicalSubject, workLevelOf } from '../../rules.ts';
import { cellText, isoDate } from '../cells.ts';
import { headerKey } from '../headers.ts';

export interface Heading {
  readonly procedure: string | null;
  readonly year: number | null;
  readonly subjectText: string | null;
  readonly subject: string | null;
  readonly level: WorkLevel | null;
  readonly grade: number | null;
  readonly maximum: number | null;
  readonly date: string | null;
}

const TITLE = /^(\S.*?) ?(20\d\d) (.+?) (\d{1,2}) ?класс/iu;

export function readHeading(preamble: readonly TableRow[]): Heading {
  const texts = preamble.flatMap(({ values }) => values.map(cellText)).filter((text) => text !== '');
  const title = texts.map((text) => TITLE.exec(text)).find((match) => match !== null) ?? null;
  const named = (key: string): string | null => {
    const position = texts.findIndex((text) => headerKey(text) === key);
    return position === -1 ? null : (texts[position + 1] ?? null);
  };
  const subjectText = named('предмет') ?? title?.[3] ?? null;
  const maximum = Number(named('максимальный первичный балл') ?? Number.NaN);
  return {
    procedure: title === null ? null : `${title[1]} ${title[2]}`,
    year: title === null ? null : Number(title[2]),
    subjectText,
    subject: subjectText === null ? null : canonicalSubject(subjectText),
    level: workLevelOf(`${title?.[0] ?? ''} ${subjectText ?? ''}`),
    grade: title === null ? null : Number(title[4]),
    maximum: Number.isInteger(maximum) ? maximum : null,
    date: isoDate(named('дата')),
  };
}
