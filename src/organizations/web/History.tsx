import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { Button } from '#src/platform/ui/Button.tsx';
import { DateField, SelectField, TextField } from '#src/platform/ui/Field.tsx';
import { date } from '#src/platform/ui/format.ts';
import { useLanguage, useText } from '#src/platform/ui/language.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { Editing } from './Editing.tsx';
import type { OrganizationDetail } from './OrganizationPage.tsx';
import styles from './organizations.module.css';
import { text } from './text.ts';

interface HistoryProps {
  readonly organization: OrganizationDetail;
  readonly editable: boolean;
}

/** Renames and mergers, newest first, and the forms that add to them. */
export function History({ organization, editable }: HistoryProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const [doing, setDoing] = useState<'rename' | 'merge' | null>(null);
  const end = () => setDoing(null);
  return (
    <section aria-labelledby="history" className={styles.section}>
      <h2 id="history">{t.history}</h2>
      {organization.history.length ? (
        <dl className={styles.history}>
          {organization.history.map((event) => (
            <div key={event.id}>
              <dt>{date(event.happenedOn, language)}</dt>
              <dd>
                <EventSentence organization={organization} event={event} />
              </dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="soft">{t.noHistory}</p>
      )}
      {doing === 'rename' ? <Rename organization={organization} onEnd={end} /> : null}
      {doing === 'merge' ? <Merge organization={organization} onEnd={end} /> : null}
      {editable && doing === null ? (
        <div className={styles.actions}>
          <Button onClick={() => setDoing('rename')}>{t.rename}</Button>
          {organization.kind === 'school' ? <Button onClick={() => setDoing('merge')}>{t.merge}</Button> : null}
        </div>
      ) : null}
    </section>
  );
}

interface EventSentenceProps {
  readonly organization: OrganizationDetail;
  readonly event: OrganizationDetail['history'][number];
}

function EventSentence({ organization, event }: EventSentenceProps): ReactNode {
  const t = useText(text);
  switch (event.kind) {
    case 'opened':
      return t.events.opened(event.newName ?? organization.name);
    case 'renamed':
      return t.events.renamed(event.oldName ?? '', event.newName ?? '');
    case 'merged': {
      if (!event.other) return null;
      const { id, name } = event.other;
      const sentence = id === organization.successorId ? t.events.mergedInto(name) : t.events.mergedFrom(name);
      return (
        <Link to="/organization/$id" params={{ id: String(id) }}>
          {sentence}
        </Link>
      );
    }
    case 'closed':
      return t.events.closed;
    case 'moved':
      return t.events.moved;
  }
}

interface FormProps {
  readonly organization: OrganizationDetail;
  readonly onEnd: () => void;
}

function Rename({ organization, onEnd }: FormProps) {
  const t = useText(text);
  const rename = useContractMutation('POST /api/organizations/:id/rename');
  return (
    <Editing
      name={`rename-${organization.id}`}
      title={t.rename}
      hint={t.renameHint}
      initial={{ name: organization.name, shortName: organization.shortName, on: null as string | null }}
      submitLabel={t.rename}
      busy={rename.isPending}
      onEnd={onEnd}
      check={({ name, shortName, on }) => [
        ...(name.trim().length < 2 ? [{ field: 'name', message: t.errors.name }] : []),
        ...(shortName.trim() === '' ? [{ field: 'shortName', message: t.errors.shortName }] : []),
        ...(on === null ? [{ field: 'on', message: t.errors.on }] : []),
      ]}
      send={({ name, shortName, on }, done, failed) =>
        rename.mutate(
          { params: { id: organization.id }, body: { name, shortName, on: on ?? '' } },
          { onSuccess: done, onError: failed },
        )
      }
    >
      {(value, set, field) => (
        <>
          <TextField
            {...field('name')}
            label={t.fullName}
            hint={t.fullNameHint}
            width="full"
            autoComplete="off"
            value={value.name}
            onChange={(name) => set({ name })}
          />
          <TextField
            {...field('shortName')}
            label={t.shortName}
            hint={t.shortNameHint}
            autoComplete="off"
            value={value.shortName}
            onChange={(shortName) => set({ shortName })}
          />
          <DateField {...field('on')} label={t.on} value={value.on} onChange={(on) => set({ on })} />
        </>
      )}
    </Editing>
  );
}

function Merge({ organization, onEnd }: FormProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const merge = useContractMutation('POST /api/organizations/:id/merge');
  const organizations = useContractQuery('GET /api/organizations', undefined);
  const others = (organizations.data?.organizations ?? [])
    .filter(
      ({ id, kind, parentId }) => kind === 'school' && parentId === organization.parentId && id !== organization.id,
    )
    .map(({ id, shortName }) => ({ value: String(id), label: shortName }))
    .sort((a, b) => a.label.localeCompare(b.label, language, { numeric: true }));
  return (
    <Editing
      name={`merge-${organization.id}`}
      title={t.merge}
      hint={organizations.data && others.length === 0 ? t.noOther : t.mergeHint}
      initial={{ into: '', on: null as string | null }}
      submitLabel={t.mergeNow}
      busy={merge.isPending}
      onEnd={onEnd}
      check={({ into, on }) => [
        ...(into === '' ? [{ field: 'into', message: t.errors.into }] : []),
        ...(on === null ? [{ field: 'on', message: t.errors.on }] : []),
      ]}
      send={({ into, on }, done, failed) =>
        merge.mutate(
          { params: { id: organization.id }, body: { intoId: Number(into), on: on ?? '' } },
          { onSuccess: done, onError: failed },
        )
      }
    >
      {(value, set, field) => (
        <>
          <SelectField
            {...field('into')}
            label={t.into}
            placeholder={t.chooseSchool}
            options={others}
            value={value.into}
            onChange={(into) => set({ into })}
          />
          <DateField {...field('on')} label={t.on} value={value.on} onChange={(on) => set({ on })} />
        </>
      )}
    </Editing>
  );
}
