import { address } from '#src/platform/ui/api.ts';
import { DataTable, type Column } from '#src/platform/ui/DataTable.tsx';
import { formatNumber } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { Notice } from '#src/platform/ui/Notice.tsx';
import { useFilters } from '#src/platform/ui/routing.ts';
import { problemMessage, problemText, problemTitle } from '../../text.ts';
import { usePartName } from './FileFacts.tsx';
import { problemsOf, type PlacedProblem, type ProblemKind } from './problems.ts';
import styles from './ProblemTable.module.css';
import type { ImportDetail } from './steps.ts';
import { text } from './text.ts';

/** All problems of a file at once: what concerns the whole file first, then kinds with counts, then cell by cell. */
export function ProblemTable({ file }: { readonly file: ImportDetail }) {
  const t = useText(text);
  const { language } = useLanguage();
  const partName = usePartName();
  const several = file.parts.length + file.tables.length > 1;
  const [{ problem: chosen }, setFilters] = useFilters(['problem']);
  const { general, cells, kinds } = problemsOf(file);
  const rows = chosen ? cells.filter(({ problem }) => problem.code === chosen) : cells;
  const total = kinds.filter((kind) => !chosen || kind.code === chosen).reduce((sum, kind) => sum + kind.cells, 0);
  const severities = (['error', 'warning'] as const).filter((severity) =>
    kinds.some((kind) => kind.severity === severity),
  );

  const columns: Column<PlacedProblem>[] = [
    ...(several
      ? [
          {
            key: 'part',
            header: t.problems.work,
            value: ({ part }: PlacedProblem) => (part ? partName(part) : t.problems.wholeFile),
          },
        ]
      : []),
    { key: 'sheet', header: t.problems.sheet, value: ({ problem }) => problem.sheet },
    { key: 'row', header: t.problems.row, value: ({ problem }) => problem.row, figures: true },
    { key: 'column', header: t.problems.column, value: ({ problem }) => problem.column, short: true },
    { key: 'found', header: t.problems.found, value: ({ problem }) => problem.found },
    { key: 'allowed', header: t.problems.allowed, value: ({ problem }) => problem.allowed },
    {
      key: 'what',
      header: t.problems.what,
      value: ({ problem }) => problem.code,
      cell: ({ problem }) => problemTitle(problem.code, language),
    },
  ];
  return (
    <div className={styles.problems}>
      {general.map(({ key, problem, part }) => (
        <Notice
          key={key}
          kind={problem.severity === 'error' ? 'problem' : 'attention'}
          title={part && several ? partName(part) : undefined}
        >
          {problemText(problem, language)}
        </Notice>
      ))}
      {cells.length ? (
        <DataTable
          caption={t.problems.caption}
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          total={Math.max(total - (chosen ? 0 : general.length), rows.length)}
          download={address('GET /api/imports/:id/problems.xlsx', { params: { id: file.id } })}
          filters={
            <div className={styles.kinds}>
              {severities.map((severity) => (
                <div key={severity} className={styles.line}>
                  <p className={styles.severity}>{t.problems.severities[severity]}</p>
                  <p className={styles.words}>
                    {kinds
                      .filter(
                        (kind) => kind.severity === severity && cells.some(({ problem }) => problem.code === kind.code),
                      )
                      .map((kind) => (
                        <Kind
                          key={kind.code}
                          kind={kind}
                          pressed={chosen === kind.code}
                          onPress={() => setFilters({ problem: chosen === kind.code ? undefined : kind.code })}
                        />
                      ))}
                  </p>
                </div>
              ))}
              {chosen && rows.length ? (
                <p className={styles.message}>{problemMessage(rows[0].problem, language)}</p>
              ) : null}
            </div>
          }
        />
      ) : null}
    </div>
  );
}

interface KindProps {
  readonly kind: ProblemKind;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

/** One kind of problem as a word with its count; pressed, the table shows it alone. */
function Kind({ kind, pressed, onPress }: KindProps) {
  const { language } = useLanguage();
  return (
    <button type="button" className={styles.kind} aria-pressed={pressed} onClick={onPress}>
      <span>{problemTitle(kind.code, language)}</span>{' '}
      <span className={styles.count}>{formatNumber(kind.cells, language)}</span>
    </button>
  );
}
