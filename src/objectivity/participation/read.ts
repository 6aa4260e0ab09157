/** Participation of a stored finding's unit, from its own papers and the region's figures of the analysis. */
import type { Tx } from '#src/platform/db/scope.ts';
import type { readOne } from '../finding-answer.ts';
import { listPapers, participationElsewhere, type RegionReference } from '../store.ts';
import { type ParticipationAnswer, participationOf } from './participation.ts';

/** null: the analysis is older than this question, or the unit is a municipality. */
export async function readParticipation(
  tx: Tx,
  { answer, body }: Awaited<ReturnType<typeof readOne>>,
): Promise<ParticipationAnswer | null> {
  const region = (body.reference as unknown as RegionReference).participation;
  if (region === undefined || answer.level === 'municipality') return null;
  const papers = await listPapers(tx, body);
  const marksOf = (status: string): number[] => {
    const counts = [0, 0, 0, 0];
    for (const paper of papers) {
      if (paper.status === status && paper.journalMark !== null) counts[paper.journalMark - 2]! += 1;
    }
    return counts;
  };
  return participationOf(
    {
      present: answer.participants,
      absent: answer.absent,
      otherWorks: await participationElsewhere(tx, body),
      marks: { present: marksOf('present'), absent: marksOf('absent') },
    },
    region,
  );
}
