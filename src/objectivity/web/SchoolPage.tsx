import { useParams } from '@tanstack/react-router';
import { useContractQuery } from '#src/platform/ui/query.tsx';
import './api.ts';

export default function SchoolPage() {
  const { id } = useParams({ strict: false });
  const school = useContractQuery('GET /api/schools/:id/findings', { params: { id: Number(id) } });
  return <p>{school.data?.school.name}</p>;
}
