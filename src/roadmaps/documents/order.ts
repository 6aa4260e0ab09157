/** The order that approves a plan, with the plan as its annex. Orders on the work of a school are kept for ever: margin 30. */
import type { Block, OfficeDocument } from '#src/documents/model.ts';
import { annexLines } from './approval.ts';
import type { OrderDocument, PlanDocument, PrintedSigner } from './model.ts';
import { planPart } from './plan.ts';
import { printed } from './text.ts';
import { dayInPrint, initialsFirst, titleAsObject, titleOf } from './words.ts';

export function orderDocument(order: OrderDocument): OfficeDocument {
  const { organisation, place, number, date, about, preamble, points, signer, annex } = order;
  const blocks: Block[] = [];
  if (organisation !== null) blocks.push({ kind: 'paragraph', words: organisation, align: 'center' });
  blocks.push(
    { kind: 'heading', level: 1, words: printed.order, align: 'center' },
    {
      kind: 'signature',
      above: 0,
      post: date === null ? printed.blankDay : dayInPrint(date),
      person: printed.orderNumber(number ?? printed.blankNumber),
    },
  );
  if (place) blocks.push({ kind: 'paragraph', words: place, align: 'center', above: 6 });
  blocks.push(
    { kind: 'paragraph', words: about, align: 'left', indented: false, above: 18, narrow: true },
    { kind: 'paragraph', words: preamble, above: 18 },
    { kind: 'paragraph', words: printed.orders, align: 'left', indented: false, above: 12, keepWithNext: true },
    // Short points would be stretched by justification.
    ...points.map(
      ({ number: point, text }): Block => ({
        kind: 'paragraph',
        words: `${point}\u00a0${text}`,
        align: 'left',
        indented: true,
      }),
    ),
    { kind: 'signature', post: signer.post, person: initialsFirst(signer.person) },
  );
  return {
    title: `${printed.order} ${about}`,
    author: organisation,
    day: order.day,
    parts: [
      { orientation: 'portrait', leftMargin: 30, fontSize: 14, lineSpacing: 1.15, blocks },
      ...(annex === null ? [] : [planPart(annex, annexLines(number, date))]),
    ],
  };
}

/** An order for this plan with the usual points; everything in it may be worded anew before it is printed. */
export function approvingOrder(
  plan: PlanDocument,
  {
    signer,
    coordinator = null,
    place = null,
  }: { readonly signer: PrintedSigner; readonly coordinator?: string | null; readonly place?: string | null },
): OrderDocument {
  const texts = [
    printed.approveTitle(titleAsObject(plan.title)),
    ...(coordinator === null ? [] : [printed.appoint(coordinator)]),
    printed.carryOut,
    printed.control,
  ];
  return {
    organisation: plan.organisation,
    place,
    number: plan.approval.order,
    date: plan.approval.date,
    about: printed.about(titleOf(plan.title)),
    preamble: printed.preamble,
    points: texts.map((text, index) => ({ number: `${index + 1}.`, text })),
    signer,
    annex: plan,
    day: plan.day,
  };
}
