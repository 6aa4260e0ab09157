import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, type ReactNode } from 'react';
import { call } from '#src/platform/ui/api.ts';
import type { Found } from '#src/platform/ui/CommandPalette.tsx';
import { DraftOwner } from '#src/platform/ui/draft.tsx';
import { useLanguage } from '#src/platform/ui/language.tsx';
import { useContractMutation, useContractQuery } from '#src/platform/ui/query.tsx';
import { Shell, type Section } from '#src/platform/ui/Shell.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import { SessionOwner, type Session } from './session.tsx';

interface SignedInProps {
  readonly sections: (session: Session) => readonly Section[];
  readonly pages: (session: Session) => readonly Section[];
  readonly findSchools: (query: string) => Promise<readonly Found[]>;
  readonly children: ReactNode;
}

/** The part of the site behind sign-in: knows who is there, keeps the language with the account, goes to sign-in when nobody is. */
export function SignedIn({ sections, pages, findSchools, children }: SignedInProps) {
  const router = useRouter();
  const client = useQueryClient();
  const session = useContractQuery('GET /api/session', undefined);
  const person = session.data?.person;
  useAccountLanguage(person);

  const nobody = person === null;
  useEffect(() => {
    if (!nobody) return;
    call('GET /api/setup').then(
      ({ needed }) => router.history.replace(needed ? '/setup' : signInAddress(router.history.location.href)),
      () => router.history.replace(signInAddress(router.history.location.href)),
    );
  }, [nobody, router]);

  const leave = useCallback(() => {
    const after = (): void => {
      client.clear();
      router.history.push('/sign-in');
    };
    call('DELETE /api/session').then(after, after);
  }, [client, router]);

  if (session.error) return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
  if (!person) return <Skeleton />;
  return (
    <SessionOwner value={person}>
      <DraftOwner account={String(person.accountId)}>
        <Shell
          sections={sections(person)}
          pages={pages(person)}
          place={person.trail.map((step) => step.name)}
          schoolYear={schoolYearName(person.schoolYear)}
          person={{ name: person.displayName, post: person.post || null }}
          findSchools={findSchools}
          onSignOut={leave}
        >
          {children}
        </Shell>
      </DraftOwner>
    </SessionOwner>
  );
}

/** Where to sign in and come back from; a start at the first page needs no return. */
export function signInAddress(from: string): string {
  return from === '/' || from.startsWith('/sign-in') ? '/sign-in' : `/sign-in?return=${encodeURIComponent(from)}`;
}

/** «2026/27» for the school year that begins in 2026. */
function schoolYearName(start: number): string {
  return `${start}/${String((start + 1) % 100).padStart(2, '0')}`;
}

/** The account remembers the language: taken from it at sign-in, told to it when changed. */
function useAccountLanguage(session: Session | null | undefined): void {
  const { language, setLanguage } = useLanguage();
  const { mutate } = useContractMutation('PUT /api/account/language', []);
  const known = useRef<string | null>(null);
  useEffect(() => {
    if (!session) return;
    const key = `${session.accountId}`;
    if (known.current !== key) {
      known.current = key;
      setLanguage(session.language);
    } else if (language !== session.language) mutate({ body: { language } });
  }, [session, language, setLanguage, mutate]);
}
