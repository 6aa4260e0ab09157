import { Button } from '#src/platform/ui/Button.tsx';
import { SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { factWords } from '../../reports/numbers.ts';
import { reportText } from '../../reports/text.ts';
import type { Report } from './ReportPage.tsx';
import styles from './reports.module.css';
import { text } from './text.ts';

type Section = Report['body']['sections'][number];
type Paragraph = Section['paragraphs'][number];

export interface ReportWords {
  readonly title: string;
  readonly body: Report['body'];
}

interface ReportEditorProps {
  readonly report: Report;
  readonly value: ReportWords;
  readonly onChange: (value: ReportWords) => void;
}

/** The text of a report by sections and paragraphs; a number that is not from the data asks for its source beside it. */
export function ReportEditor({ report, value, onChange }: ReportEditorProps) {
  const t = useText(text);
  const setSection = (id: string, change: (section: Section) => Section): void =>
    onChange({
      ...value,
      body: { sections: value.body.sections.map((section) => (section.id === id ? change(section) : section)) },
    });
  return (
    <div className={styles.column}>
      {value.body.sections.map((section) => (
        <section key={section.id} className={styles.section} aria-label={section.title}>
          <TextField
            label={t.sectionTitle}
            width="full"
            value={section.title}
            onChange={(title) => setSection(section.id, (one) => ({ ...one, title }))}
          />
          {section.paragraphs.map((paragraph, index) => (
            <ParagraphField
              key={paragraph.id}
              label={`${section.title}. ${t.paragraph(index + 1)}`}
              report={report}
              paragraph={paragraph}
              onChange={(changed) =>
                setSection(section.id, (one) => ({
                  ...one,
                  paragraphs: one.paragraphs.map((each) => (each.id === paragraph.id ? changed : each)),
                }))
              }
            />
          ))}
          <AddParagraph report={report} onAdd={(added) => setSection(section.id, (one) => withParagraph(one, added))} />
        </section>
      ))}
    </div>
  );
}

/** The number is unlike any of the section's; without the browser's generator, which a closed network without TLS does not have. */
function withParagraph(section: Section, words: Pick<Paragraph, 'text' | 'bound'>): Section {
  const { id, paragraphs } = section;
  const last = Math.max(0, ...paragraphs.map((one) => Number(/-own(\d+)$/.exec(one.id)?.[1] ?? 0)));
  return { ...section, paragraphs: [...paragraphs, { id: `${id}-own${last + 1}`, sourced: [], ...words }] };
}

interface AddParagraphProps {
  readonly report: Report;
  readonly onAdd: (paragraph: Pick<Paragraph, 'text' | 'bound'>) => void;
}

/** An empty paragraph, or one with a figure of the month in it. */
function AddParagraph({ report, onAdd }: AddParagraphProps) {
  const t = useText(text);
  const words = useText(reportText).facts as Readonly<Record<string, string>>;
  const insert = (id: string): void => {
    const fact = report.facts.find((one) => one.id === id);
    if (fact === undefined) return;
    const named = words[id] ?? fact.words;
    const shown = factWords(fact);
    onAdd({
      text: `${named.charAt(0).toUpperCase()}${named.slice(1)}: ${shown}.`,
      bound: [{ fact: id, words: shown }],
    });
  };
  return (
    <div className={`${styles.actions} no-print`}>
      <SelectField
        label={t.insert}
        value=""
        onChange={insert}
        options={[
          { value: '', label: t.insertNone },
          ...report.facts.map((fact) => ({
            value: fact.id,
            label: `${words[fact.id] ?? fact.words}: ${factWords(fact)}`,
          })),
        ]}
      />
      <Button onClick={() => onAdd({ text: '', bound: [] })}>{t.addParagraph}</Button>
    </div>
  );
}

interface ParagraphFieldProps {
  readonly label: string;
  readonly report: Report;
  readonly paragraph: Paragraph;
  readonly onChange: (paragraph: Paragraph) => void;
}

/** The frame grows with the words: their copy under the field, which nobody sees, gives the height. */
function ParagraphField({ label, report, paragraph, onChange }: ParagraphFieldProps) {
  const t = useText(text);
  const problems = report.problems.filter((one) => one.paragraph === paragraph.id);
  const unproved = problems.filter((one) => one.kind === 'unproved');
  const source = (number: string): string => paragraph.sourced.find((one) => one.words === number)?.source ?? '';
  return (
    <div className={styles.paragraph}>
      <div className={styles.growing} data-words={paragraph.text}>
        <textarea
          id={`paragraph-${paragraph.id}`}
          className={styles.words}
          aria-label={label}
          aria-invalid={problems.length > 0 || undefined}
          rows={1}
          value={paragraph.text}
          onChange={(event) => onChange({ ...paragraph, text: event.currentTarget.value })}
        />
      </div>
      {unproved.map(({ words: number }) => (
        <TextField
          key={number}
          label={t.sourceLabel(number)}
          error={source(number) === '' ? t.unproved(number) : null}
          value={source(number)}
          onChange={(typed) =>
            onChange({
              ...paragraph,
              sourced: [...paragraph.sourced.filter((one) => one.words !== number), { words: number, source: typed }],
            })
          }
        />
      ))}
    </div>
  );
}
