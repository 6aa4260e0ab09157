import type { FieldError } from '#src/platform/ui/ErrorSummary.tsx';
import { CheckField, SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import type { Role } from '../../model.ts';
import { accessText } from '../../text.ts';
import { useSession } from '../session.tsx';
import styles from './accounts.module.css';
import { type GrantForm, offeredRoles } from './grant.ts';
import { text } from './text.ts';

interface GrantFieldsProps {
  readonly value: GrantForm;
  readonly errors: readonly FieldError[];
  readonly onChange: (value: GrantForm) => void;
}

/** Organisation, then a role that fits it, then the post, and for a teacher the classes. */
export function GrantFields({ value, errors, onChange }: GrantFieldsProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const session = useSession();
  const words = accessText[language].roles;
  const organizations = useContractQuery('GET /api/organizations', undefined);
  const visible = organizations.data?.organizations ?? [];
  const names = new Map(visible.map(({ id, shortName }) => [id, shortName]));
  const above = new Set(session.trail.map(({ id }) => id).filter((id) => id !== session.organization.id));
  const options = visible
    .filter(({ id, kind }) => !above.has(id) && offeredRoles(session.role, kind).length > 0)
    .map(({ id, kind, shortName, parentId }) => ({
      value: String(id),
      label: kind === 'school' && parentId !== null ? `${shortName}, ${names.get(parentId) ?? ''}` : shortName,
      rank: kind === 'region' ? 0 : kind === 'municipality' ? 1 : 2,
    }))
    .sort((a, b) => a.rank - b.rank || a.label.localeCompare(b.label, language, { numeric: true }));
  const kind = visible.find(({ id }) => String(id) === value.organizationId)?.kind;
  const roles = kind ? offeredRoles(session.role, kind) : [];
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <>
      <SelectField
        id="organization"
        label={t.organization}
        placeholder={t.chooseOrganization}
        options={options}
        value={value.organizationId}
        onChange={(organizationId) => onChange({ ...value, organizationId, role: '', classIds: [] })}
        error={errorOf('organization')}
        width="full"
      />
      <SelectField
        id="role"
        label={t.roleLabel}
        hint={kind ? undefined : t.roleNeedsOrganization}
        placeholder={t.chooseRole}
        options={roles.map((role) => ({ value: role, label: words[role] }))}
        value={value.role}
        onChange={(role) => onChange({ ...value, role: role as Role | '', classIds: [] })}
        error={errorOf('role')}
      />
      <TextField
        id="post"
        label={t.post}
        hint={t.postHint}
        optional
        autoComplete="off"
        value={value.post}
        onChange={(post) => onChange({ ...value, post })}
      />
      {value.role === 'teacher' ? (
        <Classes
          school={Number(value.organizationId)}
          chosen={value.classIds}
          error={errorOf('classes')}
          onChange={(classIds) => onChange({ ...value, classIds })}
        />
      ) : null}
    </>
  );
}

interface ClassesProps {
  readonly school: number;
  readonly chosen: readonly number[];
  readonly error: string | undefined;
  readonly onChange: (chosen: readonly number[]) => void;
}

/** Classes of the newest school year of a school. */
function Classes({ school, chosen, error, onChange }: ClassesProps) {
  const t = useText(text);
  const organization = useContractQuery('GET /api/organizations/:id', { params: { id: school } });
  const all = organization.data?.classes ?? [];
  const newest = all.reduce((latest, item) => Math.max(latest, item.schoolYear), 0);
  const classes = all.filter((item) => item.schoolYear === newest);
  if (organization.data && classes.length === 0) return <p>{t.noClasses}</p>;
  return (
    <fieldset
      className={styles.classes}
      id="classes"
      tabIndex={-1}
      aria-describedby={error ? 'classes-error' : undefined}
    >
      <legend>{t.classes}</legend>
      <p className={styles.hint}>{t.classesHint}</p>
      {error ? (
        <p className={styles.error} id="classes-error">
          {error}
        </p>
      ) : null}
      {classes.map((item) => (
        <CheckField
          key={item.id}
          label={item.name}
          checked={chosen.includes(item.id)}
          onChange={(checked) => onChange(checked ? [...chosen, item.id] : chosen.filter((id) => id !== item.id))}
        />
      ))}
    </fieldset>
  );
}
