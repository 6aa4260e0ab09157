import type { FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { type Mark, MARKS, type ScaleDefect } from '../../scales/scale.ts';
import { scaleDefectText } from '../../text.ts';
import type { ScaleForm } from './scale-form.ts';
import styles from './scales.module.css';
import { text } from './text.ts';

interface RangeFieldsProps {
  readonly ranges: ScaleForm['ranges'];
  /** What is wrong with the ranges typed so far. */
  readonly defects: readonly ScaleDefect[];
  readonly errors: readonly FieldError[];
  /** Said when the ranges cover everything; null otherwise. */
  readonly good: string | null;
  readonly onChange: (ranges: ScaleForm['ranges']) => void;
}

/** First and last score of marks 2 to 5, one row a mark, with what is wrong at the row it is wrong in. */
export function RangeFields({ ranges, defects, errors, good, onChange }: RangeFieldsProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const change = (mark: Mark, part: Partial<{ first: string; last: string }>) =>
    onChange({ ...ranges, [mark]: { ...ranges[mark], ...part } });
  const said = (mark: Mark): string[] => {
    const found = defects.filter((defect) => defect.mark === mark).map((defect) => scaleDefectText(defect, language));
    const missing = errors.find((error) => error.field === `first-${mark}`)?.message;
    return found.length || !missing ? found : [missing];
  };
  return (
    <fieldset className={styles.ranges}>
      <legend>{t.ranges}</legend>
      <p className={styles.hint}>{t.rangesHint}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.markHead}</th>
            <th scope="col">{t.fromHead}</th>
            <th scope="col">{t.toHead}</th>
          </tr>
        </thead>
        <tbody>
          {MARKS.map((mark) => {
            const wrong = said(mark);
            const describe = wrong.length ? `range-${mark}-error` : undefined;
            return (
              <tr key={mark}>
                <th scope="row">{mark}</th>
                {(['first', 'last'] as const).map((end) => (
                  <td key={end}>
                    <input
                      id={`${end}-${mark}`}
                      type="text"
                      inputMode="numeric"
                      autoComplete="off"
                      aria-label={end === 'first' ? t.from(mark) : t.to(mark)}
                      aria-invalid={wrong.length > 0 || undefined}
                      aria-describedby={describe}
                      value={ranges[mark][end]}
                      onChange={(event) => change(mark, { [end]: event.target.value })}
                    />
                  </td>
                ))}
                <td className={styles.wrong} id={describe}>
                  {wrong.map((line) => (
                    <p key={line}>{line}</p>
                  ))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <output className={styles.hint}>{good}</output>
    </fieldset>
  );
}
