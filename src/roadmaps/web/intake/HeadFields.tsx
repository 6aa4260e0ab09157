import { useState } from 'react';
import { schoolYearOf } from '#src/platform/clock.ts';
import { DateField, SelectField, TextAreaField, TextField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import type { DraftHead } from '../../intake/model.ts';
import styles from './review.module.css';
import { text } from './text.ts';

interface HeadFieldsProps {
  readonly head: DraftHead;
  readonly onChange: (head: DraftHead) => void;
}

/** Title, year and approval of the plan as read. */
export function HeadFields({ head, onChange }: HeadFieldsProps) {
  const t = useText(text);
  const [present] = useState(() => schoolYearOf(new Date()));
  const { approval, schoolYear } = head;
  const approve = (change: Partial<DraftHead['approval']>): void =>
    onChange({ ...head, approval: { ...approval, ...change } });
  const years = [...new Set([present + 1, present, present - 1, present - 2, schoolYear])].sort((a, b) => b - a);
  return (
    <section className={styles.head} aria-label={t.head}>
      <TextAreaField
        id="plan-title"
        label={t.planTitle}
        rows={Math.min(4, Math.max(2, Math.ceil(head.title.length / 52)))}
        value={head.title}
        onChange={(title) => onChange({ ...head, title })}
      />
      <div className={styles.headLine}>
        <SelectField
          label={t.schoolYear}
          hint={t.schoolYearHint}
          width="full"
          value={String(schoolYear)}
          options={years.map((year) => ({ value: String(year), label: `${year}/${year + 1}` }))}
          onChange={(year) => onChange({ ...head, schoolYear: Number(year) })}
        />
        <DateField label={t.orderDate} value={approval.on} onChange={(on) => approve({ on })} />
        <TextField
          label={t.order}
          hint="№"
          width="full"
          value={approval.order ?? ''}
          onChange={(order) => approve({ order: order || null })}
        />
      </div>
      <div className={styles.headPair}>
        <TextField
          label={t.approvalPost}
          width="full"
          value={approval.post ?? ''}
          onChange={(post) => approve({ post: post || null })}
        />
        <TextField
          label={t.approvalPerson}
          width="full"
          value={approval.person ?? ''}
          onChange={(person) => approve({ person: person || null })}
        />
      </div>
    </section>
  );
}
