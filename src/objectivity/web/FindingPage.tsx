import { useParams } from '@tanstack/react-router';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import './api.ts';

export default function FindingPage() {
  const { id } = useParams({ strict: false });
  const finding = useContractQuery('GET /api/findings/:id', { params: { id: Number(id) } });
  return <p>{finding.data?.subject}</p>;
}
