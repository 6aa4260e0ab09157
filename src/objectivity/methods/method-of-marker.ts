import type { MarkerId } from '../model.ts';
import type { MethodId } from './model.ts';

/** The page of a marker; apart from the pages' texts, which a finding does not load. */
export function methodOfMarker(marker: MarkerId): MethodId {
  return marker.toLowerCase() as MethodId;
}
