-- How difficult the tasks of a work are over the whole region, kept as the analysis left it: a page that is opened for the first
-- time need not count the papers again.

create table work_calibration (
  work_id int primary key references work,
  -- What the figures rest on: when the papers changed last, and the tasks. Figures of another state are counted anew.
  state text not null,
  -- calibration/model.ts, Calibration.
  content jsonb not null,
  -- Numbers of the schools that wrote each variant, in the order of the variants.
  schools jsonb not null
);
alter table work_calibration enable row level security;
alter table work_calibration force row level security;
-- Whether a person may see the figures of a variant is decided by how many schools of others wrote it.
create policy see on work_calibration for select using (scope_is_system());
create policy add on work_calibration for insert with check (scope_is_system());
create policy change on work_calibration for update using (scope_is_system());

grant select, insert, update on work_calibration to obektiv_app;
