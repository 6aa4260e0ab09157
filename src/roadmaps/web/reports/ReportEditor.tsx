import { Button } from '#src/platform/ui/Button.tsx';
import { SelectField, TextAreaField, TextField } from '#src/platform/ui/Field.tsx';
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
              label={t.paragraph(index + 1)}
              report={report}
              paragraph={paragraph}
              onChange={(changed) =>
                setSection(section.id, (one) => ({
                  ...one,
                  paragraphs: one.paragraphs.map((each) => (each.id === paragraph.id ? changed : each)),
                }))
              }
              onRemove={() =>
                setSection(section.id, (one) => ({
                  ...one,
                  paragraphs: one.paragraphs.filter(({ id }) => id !== paragraph.id),
                }))
              }
            />
          ))}
          <div>
            <Button
              kind="quiet"
              onClick={() =>
                setSection(section.id, (one) => ({
                  ...one,
                  paragraphs: [...one.paragraphs, { id: newId(one), text: '', bound: [], sourced: [] }],
                }))
              }
            >
              {t.addParagraph}
            </Button>
          </div>
        </section>
      ))}
    </div>
  );
}

/** Unlike any of the section's; without the browser's generator, which a closed network without TLS does not have. */
function newId({ id, paragraphs }: Section): string {
  const last = Math.max(0, ...paragraphs.map((one) => Number(/-own(\d+)$/.exec(one.id)?.[1] ?? 0)));
  return `${id}-own${last + 1}`;
}

interface ParagraphFieldProps {
  readonly label: string;
  readonly report: Report;
  readonly paragraph: Paragraph;
  readonly onChange: (paragraph: Paragraph) => void;
  readonly onRemove: () => void;
}

function ParagraphField({ label, report, paragraph, onChange, onRemove }: ParagraphFieldProps) {
  const t = useText(text);
  const words = useText(reportText).facts as Readonly<Record<string, string>>;
  const unproved = report.problems.filter((one) => one.paragraph === paragraph.id && one.kind === 'unproved');
  const source = (number: string): string => paragraph.sourced.find((one) => one.words === number)?.source ?? '';
  const insert = (id: string): void => {
    const fact = report.facts.find((one) => one.id === id);
    if (fact === undefined) return;
    const shown = factWords(fact);
    onChange({
      ...paragraph,
      text: `${paragraph.text}${paragraph.text === '' ? '' : ' '}${words[id] ?? fact.words}: ${shown}.`,
      bound: [...paragraph.bound, { fact: id, words: shown }],
    });
  };
  return (
    <div id={`paragraph-${paragraph.id}`} className={styles.paragraph}>
      <TextAreaField
        label={label}
        rows={Math.min(8, Math.max(2, Math.ceil(paragraph.text.length / 95)))}
        value={paragraph.text}
        onChange={(changed) => onChange({ ...paragraph, text: changed })}
      />
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
      <div className={styles.actions}>
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
        <Button kind="quiet" onClick={onRemove}>
          {t.removeParagraph}
        </Button>
      </div>
    </div>
  );
}
