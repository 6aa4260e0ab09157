import { createContext, useContext } from 'react';
import type { Output } from '#src/platform/ui/api.ts';
import type { Permission } from '../model.ts';

export type Session = Output<'POST /api/session'>;

const SessionContext = createContext<Session | null>(null);

export const SessionOwner = SessionContext.Provider;

/** The signed-in person; every page inside the shell has one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the signed-in part of the site');
  return session;
}

/** What this person may do; the server decides again at every call. */
export function useCan(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}
