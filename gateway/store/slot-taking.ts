import { PostgresAdapter, sql, type Kysely } from "kysely";

/**
 * Adds PostgreSQL's function that takes a slot of an account's window: one query instead of six. Each of its statements
 * sees what was committed before it, so the count after the lock has all slots of other replicas.
 */
export async function addSlotTaking(db: Kysely<unknown>): Promise<void> {
  if (!(db.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql
    .raw(
      `create function standpipe_take_slot(new_id text, account text, most integer, frees_after float8)
       returns table (taken integer, first float8, last float8) language plpgsql as
       $$
       declare
         seconds float8;
       begin
         perform pg_advisory_xact_lock(hashtextextended(account, 0));
         seconds := extract(epoch from clock_timestamp());
         delete from pace_slots where account_id = account and frees_at <= seconds;
         select count(*), coalesce(min(frees_at) - seconds, 0), coalesce(max(frees_at) - seconds, 0)
           into taken, first, last from pace_slots where account_id = account;
         if taken < most then
           insert into pace_slots (id, account_id, frees_at) values (new_id, account, seconds + frees_after);
         end if;
         return next;
       end
       $$`,
    )
    .execute(db);
}
