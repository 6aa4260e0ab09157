import { useState } from 'react';
import { address } from '#src/platform/ui/api.ts';
import { ButtonHref } from '#src/platform/ui/Button.tsx';
import { RadioField } from '#src/platform/ui/Field.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import '../api.ts';
import type { Plan } from './merge.ts';
import { Panel } from './Panel.tsx';
import styles from './plan.module.css';
import { panelText } from './panel-text.ts';

const PAPERS = ['plan', 'remarks', 'state', 'order', 'acquaintance'] as const;
const FORMATS = ['docx', 'pdf', 'xlsx'] as const;

/** The official papers of a plan in the formats of the office. */
export function DocumentsPanel({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const t = useText(panelText).documents;
  const [paper, setPaper] = useState<(typeof PAPERS)[number]>('plan');
  // An order and a list for signatures are papers; a spreadsheet of them is of no use.
  const formats = paper === 'order' || paper === 'acquaintance' ? FORMATS.slice(0, 2) : FORMATS;
  return (
    <Panel title={t.title} onClose={onClose}>
      <RadioField
        legend={t.what}
        value={paper}
        options={PAPERS.map((value) => ({ value, label: t[value] }))}
        onChange={setPaper}
      />
      <span className={styles.ways}>
        {formats.map((format) => (
          <ButtonHref
            key={format}
            kind={format === 'docx' ? 'main' : 'plain'}
            href={address('GET /api/plans/:id/document', { params: { id: plan.id }, query: { format, with: paper } })}
            download
          >
            {t[format]}
          </ButtonHref>
        ))}
      </span>
    </Panel>
  );
}
