import { useParams } from '@tanstack/react-router';
import { PageHeading } from '#src/platform/ui/PageHeading.tsx';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import { ErrorState, Skeleton } from '#src/platform/ui/states.tsx';
import '../api.ts';
import { PlanNav } from '../PlanNav.tsx';

/** The official table of one plan. */
export default function PlanPage() {
  const { id } = useParams({ strict: false });
  const answer = useContractQuery('GET /api/plans/:id', { params: { id: Number(id) } });
  if (answer.error) return <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton />;
  const { plan, organization } = answer.data;
  return <PageHeading above={<PlanNav planId={plan.id} kind={organization.kind} />} title={plan.title} />;
}
