import { useState } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { SelectField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import type { ImportPart, TablePart } from '../steps.ts';
import type { Answering } from '../useAnswer.ts';
import styles from '../wizard.module.css';
import { text } from './text.ts';

interface SchoolQuestionProps {
  readonly part: ImportPart | TablePart;
  /** Name of the organisation that sent the file. */
  readonly sender: string;
  readonly answering: Answering;
}

/** Which school the papers are from, where the file does not say. */
export function SchoolQuestion({ part, sender, answering }: SchoolQuestionProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const organizations = useContractQuery('GET /api/organizations', undefined);
  const [chosen, setChosen] = useState(part.schoolId === null ? '' : String(part.schoolId));
  const [missing, setMissing] = useState(false);
  const [changing, setChanging] = useState(part.schoolId === null);
  const all = organizations.data?.organizations ?? [];
  const names = new Map(all.map((organization) => [organization.id, organization.shortName]));
  const district = all.find(({ kind, shortName }) => kind === 'municipality' && shortName === sender);
  const schools = all
    .filter(({ kind, parentId }) => kind === 'school' && (!district || parentId === district.id))
    .map((school) => {
      const parent = school.parentId === null || district ? undefined : names.get(school.parentId);
      return { value: String(school.id), label: parent ? `${school.shortName}, ${parent}` : school.shortName };
    })
    .sort((a, b) => a.label.localeCompare(b.label, language, { numeric: true }));

  if (part.schoolId !== null && !changing) {
    return (
      <p className={styles.said}>
        {t.schoolIs(names.get(part.schoolId) ?? '')}
        <Button kind="quiet" onClick={() => setChanging(true)}>
          {t.change}
        </Button>
      </p>
    );
  }
  const save = () => {
    setMissing(chosen === '');
    if (chosen === '') return;
    const said = { id: part.id, schoolId: Number(chosen) };
    answering.answer('questions' in part ? { table: said } : { part: said }, () => setChanging(false));
  };
  return (
    <div className={styles.question}>
      <SelectField
        id={`school-${part.id}`}
        label={t.whichSchool}
        hint={t.whichSchoolHint}
        error={missing ? t.noSchool : null}
        placeholder={t.chooseSchool}
        value={chosen}
        onChange={setChosen}
        options={schools}
        width="full"
      />
      <Button kind={part.schoolId === null ? 'main' : 'plain'} busy={answering.busy} onClick={save}>
        {t.saveAnswer}
      </Button>
    </div>
  );
}
