import { ScoreHistogram } from '#src/platform/ui/charts/ScoreHistogram.tsx';
import { useText } from '#src/platform/ui/language.tsx';
import { boundaryExcess, meanScore, type Detail } from './facts.ts';
import { findingText } from './finding-text.ts';
import { Passage } from './Passage.tsx';
import { RegionBoundaries } from './RegionBoundaries.tsx';
import { unitName } from './unit.ts';

/** Scores of the unit with the boundaries of marks, over the region's. */
export function ScoresPassage({ detail }: { readonly detail: Detail }) {
  const t = useText(findingText);
  const { distribution, region, thresholds } = detail;
  const excess = boundaryExcess(detail);
  const mean = meanScore(distribution.totals) ?? 0;
  const title = excess
    ? t.scoresAtBoundary(excess.mark, excess.above, excess.expectedAbove)
    : t.scoresMean(mean, distribution.totals.length - 1, meanScore(region.totals) ?? 0);
  const note = (thresholds ? t.scoresNote : t.scoresNoteNoScale)(region.name, region.papers);
  return (
    <Passage title={t.scores}>
      <ScoreHistogram
        title={title}
        note={note}
        unit={unitName(detail)}
        counts={distribution.totals}
        region={{ name: region.name, counts: region.totals }}
        thresholds={thresholds}
      />
      {thresholds ? <RegionBoundaries detail={detail} /> : <p className="soft small">{t.noScale}</p>}
    </Passage>
  );
}
