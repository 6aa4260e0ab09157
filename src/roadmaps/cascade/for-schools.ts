/** Which measures of a district's plan are for schools, and who answers for them there. Proposals: a coordinator confirms the first, a school the second. */
import { fold } from '../reading/fold.ts';
import type { MeasureParty } from '../model.ts';

const SCHOOLS =
  /(?:^|[^\p{L}])(?:оо|оу|мбоу|мкоу|маоу|школ\p{L}*|образовательн\p{L}* (?:организаци|учрежден)\p{L}*)(?![\p{L}])/u;
const HEADS = /руководител|директор/u;
const DEPUTY = /заместител\p{L}* директор|зам\.? ?директор/u;

/** The words of some party say that schools carry it out. */
export function isForSchools(parties: readonly Pick<MeasureParty, 'post' | 'person' | 'organisation'>[]): boolean {
  return parties.some(({ post, organisation }) => SCHOOLS.test(fold(`${post ?? ''} ${organisation ?? ''}`)));
}

/** Parties that carry a measure out: the schools' where some are, without the district's own people beside them; otherwise all. */
export function executors(parties: readonly MeasureParty[]): readonly MeasureParty[] {
  const meant = parties.filter((party) => isForSchools([party]));
  return meant.length > 0 ? meant : parties;
}

export interface StaffMember {
  readonly id: number;
  readonly fullName: string;
  readonly post: string;
}

/**
 * The district's «руководители ОО» is the school's own director; a post that one member of staff holds gets his name; the district's own people
 * stay out of the school's plan unless nobody else is left.
 */
export function partiesAtSchool(
  parties: readonly MeasureParty[],
  staff: readonly StaffMember[],
): readonly MeasureParty[] {
  const own = executors(parties).map((party): MeasureParty => {
    const words = fold(`${party.post ?? ''} ${party.organisation ?? ''}`);
    if (DEPUTY.test(words)) return atSchool(party, staff, DEPUTY);
    if (HEADS.test(words) || party.post === null) return atSchool(party, staff, HEADS, DEPUTY);
    return { ...party, person: null, organisation: null, staffPostId: null, post: party.post };
  });
  return own.filter((party, index) => own.findIndex((other) => other.post === party.post) === index);
}

function atSchool(party: MeasureParty, staff: readonly StaffMember[], post: RegExp, but?: RegExp): MeasureParty {
  const holders = staff.filter((one) => post.test(fold(one.post)) && !but?.test(fold(one.post)));
  const [only] = holders;
  if (only === undefined || holders.length > 1) {
    return { part: party.part, post: party.post ?? 'директор', person: null, organisation: null, staffPostId: null };
  }
  return { part: party.part, post: only.post, person: only.fullName, organisation: null, staffPostId: only.id };
}
