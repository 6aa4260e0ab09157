import { address } from '#src/platform/ui/api.ts';
import { date, dateTime, fileSize, formatNumber } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { readerLabel } from '../../text.ts';
import { text as shared } from '../text.ts';
import { Facts } from '../Facts.tsx';
import type { ImportDetail, ImportPart, TablePart } from './steps.ts';
import { tablesText } from './tables-text.ts';
import { text } from './text.ts';

/** What is known of the file as a whole: format, size, sender, the original, what was dropped from it. */
export function FileFacts({ file }: { readonly file: ImportDetail }) {
  const t = useText(text);
  const { language } = useLanguage();
  return (
    <>
      <Facts
        label={t.facts.label}
        facts={[
          [t.facts.format, file.reader ? readerLabel(file.reader, language) : null],
          [t.facts.size, fileSize(file.byteSize, language)],
          [t.facts.sent, t.facts.by(file.account ?? file.organization, dateTime(file.createdAt, language))],
          [t.facts.loaded, file.committedAt ? dateTime(file.committedAt, language) : null],
          [t.facts.reverted, file.revertedAt ? dateTime(file.revertedAt, language) : null],
          [
            t.facts.stored,
            <a key="file" href={address('GET /api/imports/:id/file', { params: { id: file.id } })} download>
              {file.droppedColumns.length ? t.facts.originalRedacted : t.facts.original}
            </a>,
          ],
        ]}
      />
      {file.droppedColumns.length ? <p className="soft">{t.facts.dropped(file.droppedColumns.join(', '))}</p> : null}
    </>
  );
}

/** What one table of the file is: work, date, pupils, tasks. */
export function PartFacts({ part }: { readonly part: ImportPart }) {
  const t = useText(text);
  const partName = usePartName();
  const { language } = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  return (
    <Facts
      label={t.facts.label}
      facts={[
        [t.facts.work, part.workName === partName(part) ? null : (part.workName ?? t.facts.unknownWork)],
        [t.facts.date, part.heldOn ? date(part.heldOn, language) : null],
        [t.facts.papers, t.facts.pupils(part.counts.papers)],
        [t.facts.absent, number(part.counts.absent)],
        [t.facts.schools, part.needsSchool ? null : number(part.counts.schools)],
        [t.facts.classes, number(part.counts.classes)],
        [t.facts.tasks, number(part.tasks.length)],
        [t.facts.maximum, part.maxScore ? number(part.maxScore) : null],
      ]}
    />
  );
}

/** What a table that is no papers holds. */
export function TableFacts({ part }: { readonly part: TablePart }) {
  const t = useText(text);
  const tables = useText(tablesText);
  const { language } = useLanguage();
  const { counts } = part;
  const number = (value: number) => (value === 0 ? null : formatNumber(value, language));
  return (
    <Facts
      label={t.facts.label}
      facts={[
        [tables.facts.rows, formatNumber(counts.rows, language)],
        [t.facts.schools, part.needsSchool ? null : number(counts.schools)],
        [t.facts.classes, number(counts.classes)],
        [tables.facts.subjects, number(counts.subjects)],
        [tables.facts.pupils, number(counts.pupils)],
      ]}
    />
  );
}

/** «Математика, 5 класс», or «Таблица 2» where the file says neither. */
export function usePartName(): (part: ImportPart | TablePart) => string {
  const t = useText(text);
  const tables = useText(tablesText);
  const words = useText(shared);
  return (part) => {
    if ('questions' in part) return tables.kinds[part.kind];
    return part.subject !== null && part.grade !== null
      ? words.workName(part.subject, part.grade, false)
      : (part.workName ?? part.subject ?? t.partUnknown(part.position + 1));
  };
}
