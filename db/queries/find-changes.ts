/** Changes of everything, newest first: identical ones of one plan in one run are one event. */
import { z } from 'zod';
import type { StoredEvent } from '../../domain/changes/change-event.ts';
import type { ChangeQuestion } from '../../domain/changes/change-params.ts';
import type { FilterCondition, FilterContext } from '../../domain/filter/conditions.ts';
import { utcTime } from '../../domain/utc-time.ts';
import type { Db } from '../bulk.ts';
import { isoTime } from '../time.ts';
import { type Bind, binder } from './binder.ts';
import { filterSql, passing } from './filter-sql.ts';

/** A page of events. */
export interface FoundChanges {
  readonly events: readonly StoredEvent[];
  /** Cursor of the next page; null after the last. */
  readonly next: string | null;
}

/** Where a page ended, of which question, and the times that ages ("7d") stood for on the first page. */
const cursorSchema = z.strictObject({
  asked: z.string(),
  at: z.string().refine((text) => utcTime(text) !== null),
  id: z.string().regex(/^\d{1,18}$/),
  since: z
    .string()
    .refine((text) => utcTime(text) !== null)
    .nullable(),
  until: z
    .string()
    .refine((text) => utcTime(text) !== null)
    .nullable(),
});
type Cursor = z.infer<typeof cursorSchema>;

type FoundEvent = StoredEvent & { readonly id: bigint; readonly at: string };

/** Finds a page of events; `bad-cursor` where the cursor is none, or one of another question. */
export async function findChanges(
  db: Db,
  question: ChangeQuestion,
  context: FilterContext,
): Promise<FoundChanges | 'bad-cursor'> {
  const after = question.cursor === null ? null : readCursor(question.cursor, question.asked);
  if (after === null && question.cursor !== null) return 'bad-cursor';
  const { since, until } = after ?? question;
  const { bind, values } = binder();
  const where = [
    ...(question.kinds.length > 0 ? [`c.kind = any(${bind([...question.kinds], 'text[]')})`] : []),
    ...(since === null ? [] : [`c.observed_at >= ${bind(since, 'text::timestamptz')}`]),
    ...(until === null ? [] : [`c.observed_at < ${bind(until, 'text::timestamptz')}`]),
    ...(after === null ? [] : [`c.observed_at <= ${bind(after.at, 'text::timestamptz')}`]),
    concerned(question, context, bind),
  ];
  const last = (place: Cursor) =>
    `having (c.observed_at, min(c.change_id)) < (${bind(place.at, 'text::timestamptz')}, ${bind(place.id, 'text::int8')})`;
  // A place where a plan is new is told by its offer: what it costs there is the same event.
  const text = `
    with page as materialized (
      select c.kind, c.run_id, c.plan_id, c.provider_id, c.source_id, c.observed_at, c.before, c.after - 'location' as after,
        min(c.change_id) as id, coalesce(array_agg(c.offer_id order by c.offer_id) filter (where c.offer_id is not null), '{}') as offer_ids
      from changes c left join offers o on o.provider_id = c.provider_id and o.offer_id = c.offer_id
      where ${where.join('\n        and ')}
      group by c.observed_at, c.run_id, c.plan_id, c.provider_id, c.source_id, c.kind, c.before, c.after - 'location'
      ${after === null ? '' : last(after)}
      order by c.observed_at desc, min(c.change_id) desc limit ${bind(question.limit + 1, 'int4')}
    )
    select page.kind, page.run_id as "runId", page.plan_id as "planId", plans.name as "planName", page.provider_id as "providerId",
      coalesce(providers.name, page.provider_id) as "providerName", page.source_id as "sourceId", page.observed_at as at,
      page.offer_ids as "offerIds", page.before, page.after, page.id
    from page left join plans using (provider_id, plan_id) left join providers using (provider_id)
    order by page.observed_at desc, page.id desc`;
  const found = await db.unsafe<FoundEvent[]>(text, values);
  const shown = found.slice(0, question.limit);
  const end = shown.at(-1);
  return {
    events: shown.map(({ id: _, at, ...event }) => ({ ...event, observedAt: isoTime(at) })),
    next:
      end && found.length > shown.length
        ? writeCursor({ asked: question.asked, at: end.at, id: String(end.id), since, until })
        : null,
  };
}

/**
 * Whether the filter takes in a row that the change is about: the plan's row that sells the offer, of a withdrawn offer any
 * row of its plan. What searches leave out as sold out or withdrawn is what changes tell, so only criteria that were asked for
 * count, and that dedicated servers are left out.
 */
function concerned({ filter }: ChangeQuestion, context: FilterContext, bind: Bind): string {
  const counts = ({ name, asked }: FilterCondition) => asked || name === 'productType';
  const { from, conditions } = filterSql(filter, context, bind, { price: false, counts });
  const inRow = `(c.offer_id is null or coalesce(o.withdrawn, true) or o.location_id = any(search_rows.location_ids)
          or (o.location_id is null and search_rows.location_ids_unknown))`;
  const where = ['search_rows.plan_id = c.plan_id', inRow, ...passing(conditions, filter)];
  return `exists (select 1 from ${from} where ${where.join('\n          and ')})`;
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

function readCursor(text: string, asked: string): Cursor | null {
  try {
    const read = cursorSchema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return read.success && read.data.asked === asked ? read.data : null;
  } catch {
    return null;
  }
}
