import { Button } from '#src/platform/ui/Button.tsx';
import { SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { TITLE_PARAGRAPH } from '../../reports/model.ts';
import { factInText, factWords } from '../../reports/fact-words.ts';
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
      body: {
        ...value.body,
        sections: value.body.sections.map((section) => (section.id === id ? change(section) : section)),
      },
    });
  const { approver, author } = value.body;
  const setBody = (part: Partial<Report['body']>): void => onChange({ ...value, body: { ...value.body, ...part } });
  return (
    <div className={styles.column}>
      <TextField
        id={`paragraph-${TITLE_PARAGRAPH}`}
        label={t.reportName}
        width="full"
        value={value.title}
        onChange={(title) => onChange({ ...value, title })}
      />
      {value.body.sections.map((section) => (
        <section key={section.id} className={styles.section} aria-label={section.title}>
          <TextField
            id={`paragraph-${section.id}`}
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
      <Person
        title={t.approver}
        hint={t.approverHint}
        value={approver}
        onChange={(one) => setBody({ approver: one })}
      />
      <Person title={t.author} hint={t.authorHint} value={author} onChange={(one) => setBody({ author: one })} />
    </div>
  );
}

interface PersonProps {
  readonly title: string;
  readonly hint: string;
  readonly value: Report['body']['approver'];
  readonly onChange: (value: Report['body']['approver']) => void;
}

/** Who stands over the report or signs it, as it will be printed. */
function Person({ title, hint, value, onChange }: PersonProps) {
  const t = useText(text);
  return (
    <fieldset className={styles.person}>
      <legend>{title}</legend>
      <p className="soft">{hint}</p>
      <TextField label={t.post} width="full" value={value.post} onChange={(post) => onChange({ ...value, post })} />
      <TextField label={t.person} value={value.person} onChange={(person) => onChange({ ...value, person })} />
    </fieldset>
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
    onAdd({
      text: `${named.charAt(0).toUpperCase()}${named.slice(1)}: ${factInText(fact)}.`,
      bound: [{ fact: id, words: factWords(fact) }],
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
            label: `${words[fact.id] ?? fact.words}: ${factInText(fact)}`,
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
  const words = useText(reportText).facts as Readonly<Record<string, string>>;
  const problems = report.problems.filter((one) => one.paragraph === paragraph.id);
  const unproved = problems.filter((one) => one.kind === 'unproved');
  const facts = new Map(report.facts.map((fact) => [fact.id, fact]));
  const meant = paragraph.bound.flatMap(({ fact: id, words: number }) => {
    const fact = facts.get(id);
    return fact === undefined ? [] : [`${number} — ${words[id] ?? fact.words}`];
  });
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
      {meant.length > 0 ? <p className={`${styles.meant} soft`}>{t.fromData(meant.join('; '))}</p> : null}
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
