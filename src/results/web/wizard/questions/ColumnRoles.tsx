import type { FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { DASH } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import type { ColumnRole } from '../../../model.ts';
import { COLUMN_ROLE } from '../../../text.ts';
import styles from './ColumnRoles.module.css';
import { type MappingForm, ROLE_ORDER, taskIdOf } from './mapping.ts';
import { text } from './text.ts';

interface ColumnRolesProps {
  readonly columns: MappingForm['columns'];
  /** Values of the first rows, one array per row. */
  readonly rows: readonly (readonly string[])[];
  readonly errors: readonly FieldError[];
  readonly onChange: (columns: MappingForm['columns']) => void;
}

const SHOWN_VALUES = 3;

/** The columns of the table as rows: header, first values, what it is; a task also has its number and maximum. */
export function ColumnRoles({ columns, rows, errors, onChange }: ColumnRolesProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const change = (position: number, part: Partial<MappingForm['columns'][number]>) =>
    onChange(columns.map((column, index) => (index === position ? { ...column, ...part } : column)));
  const setRole = (position: number, role: ColumnRole) => {
    const { header, taskId } = columns[position];
    change(position, { role, ...(role === 'task' && taskId === '' ? { taskId: taskIdOf(header) } : {}) });
  };
  const wrong = (field: string) => errors.some((error) => error.field === field) || undefined;
  return (
    <table className={styles.columns}>
      <thead>
        <tr>
          <th scope="col">{t.column}</th>
          <th scope="col">{t.values}</th>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.taskId}</th>
          <th scope="col">{t.max}</th>
        </tr>
      </thead>
      <tbody>
        {columns.map((column, position) => {
          const name = column.header || t.noHeader(position + 1);
          const values = rows
            .slice(0, SHOWN_VALUES)
            .map((row) => row[position])
            .filter(Boolean);
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a table may have two columns with one header
            <tr key={position}>
              <th scope="row">{name}</th>
              <td className={styles.values}>
                {column.role === 'personal' ? t.dropped : values.length ? values.join(' · ') : DASH}
              </td>
              <td>
                <select
                  id={`map-role-${position}`}
                  aria-label={t.roleOf(name)}
                  aria-invalid={wrong(`map-role-${position}`)}
                  value={column.role}
                  onChange={(event) => setRole(position, event.target.value as ColumnRole)}
                >
                  {ROLE_ORDER.map((role) => (
                    <option key={role} value={role}>
                      {COLUMN_ROLE[role][language]}
                    </option>
                  ))}
                </select>
              </td>
              {column.role === 'task' ? (
                <>
                  <td>
                    <input
                      id={`map-task-${position}`}
                      type="text"
                      autoComplete="off"
                      aria-label={t.taskIdOf(name)}
                      aria-invalid={wrong(`map-task-${position}`)}
                      value={column.taskId}
                      onChange={(event) => change(position, { taskId: event.target.value })}
                    />
                  </td>
                  <td>
                    <input
                      id={`map-max-${position}`}
                      type="text"
                      inputMode="numeric"
                      autoComplete="off"
                      aria-label={t.taskMaxOf(name)}
                      aria-invalid={wrong(`map-max-${position}`)}
                      value={column.taskMax}
                      onChange={(event) => change(position, { taskMax: event.target.value })}
                    />
                  </td>
                </>
              ) : (
                <>
                  <td>{DASH}</td>
                  <td>{DASH}</td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
