import { Button } from '#src/platform/ui/Button.tsx';
import type { FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import type { ResponseType } from '../../../model.ts';
import type { DescribeForm } from './describe.ts';
import styles from './TaskResponses.module.css';
import { text } from './text.ts';

interface TaskResponsesProps {
  /** Prefix of the ids of the fields of maxima: the error summary links to them. */
  readonly id: string;
  readonly tasks: DescribeForm['tasks'];
  /** Which maxima the file prints: those are no question. */
  readonly printed: readonly boolean[];
  readonly errors: readonly FieldError[];
  readonly total: string;
  readonly onChange: (tasks: DescribeForm['tasks']) => void;
}

const RESPONSES: readonly ResponseType[] = ['short', 'extended'];

/** Tasks as a table: number, maximum, and how each is answered. */
export function TaskResponses({ id, tasks, printed, errors, total, onChange }: TaskResponsesProps) {
  const t = useText(text);
  const change = (position: number, part: Partial<DescribeForm['tasks'][number]>) =>
    onChange(tasks.map((task, index) => (index === position ? { ...task, ...part } : task)));
  const setAll = (response: ResponseType) => onChange(tasks.map((task) => ({ ...task, response })));
  return (
    <fieldset className={styles.tasks}>
      <legend>{t.tasks}</legend>
      <p className={styles.hint}>{t.tasksHint}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.task}</th>
            <th scope="col" className={styles.figures}>
              {t.max}
            </th>
            <th scope="col">{t.response}</th>
          </tr>
        </thead>
        <tbody>
          {tasks.map((task, position) => {
            const maxId = `${id}-${position}`;
            const wrong = errors.some((error) => error.field === maxId);
            return (
              <tr key={task.id}>
                <th scope="row">{task.id}</th>
                <td className={styles.figures}>
                  {printed[position] ? (
                    task.max
                  ) : (
                    <input
                      id={maxId}
                      type="text"
                      inputMode="numeric"
                      autoComplete="off"
                      aria-label={t.maxOf(task.id)}
                      aria-invalid={wrong || undefined}
                      value={task.max}
                      onChange={(event) => change(position, { max: event.target.value })}
                    />
                  )}
                </td>
                <td>
                  <span role="radiogroup" aria-label={t.responseOf(task.id)} className={styles.choice}>
                    {RESPONSES.map((response) => (
                      <label key={response}>
                        <input
                          type="radio"
                          name={`${id}-response-${position}`}
                          checked={task.response === response}
                          onChange={() => change(position, { response })}
                        />
                        {t.responses[response]}
                      </label>
                    ))}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.below}>
        <span>{total}</span>
        <Button kind="quiet" onClick={() => setAll('short')}>
          {t.allShort}
        </Button>
        <Button kind="quiet" onClick={() => setAll('extended')}>
          {t.allExtended}
        </Button>
      </p>
    </fieldset>
  );
}
