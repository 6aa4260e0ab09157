-- An analysis of a country's papers over several nodes: one row per partition (a file of the shared storage that is
-- analysed as a whole), computed by whichever node takes its job, stored exactly once. Papers stay on the storage; what
-- crosses between partitions is integer tables.

create table spread_analysis (
  id int generated always as identity primary key,
  -- Under whom the jobs are listed; the figures themselves belong to who runs the nodes.
  organization_id int not null references organization,
  -- Below the shared storage's root, so that nodes may mount it in different places.
  folder text not null,
  rate double precision not null check (rate > 0 and rate < 1),
  -- Figures are identical to the last bit only when every node runs the same engine.
  engine_version text not null,
  -- Integer tables of all partitions together, one per work; null until the last partition is there.
  tables jsonb,
  -- SHA-256 over the partitions' digests in their order.
  digest text,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
alter table spread_analysis enable row level security;
alter table spread_analysis force row level security;
create policy see on spread_analysis for select using (scope_is_system());
create policy add on spread_analysis for insert with check (scope_is_system());
create policy change on spread_analysis for update using (scope_is_system());

create table spread_partition (
  id int generated always as identity primary key,
  spread_analysis_id int not null references spread_analysis,
  position int not null,
  file text not null,
  job_id int references job,
  -- How often a node began it and how often its figures were stored: the second is never more than one.
  begun int not null default 0,
  stored int not null default 0 check (stored in (0, 1)),
  -- The node that began it last, «host:process».
  node text,
  papers int,
  units int,
  signals int,
  tables jsonb,
  -- SHA-256 of the file of figures, and its name beside the papers.
  digest text,
  result_file text,
  stored_at timestamptz,
  unique (spread_analysis_id, position)
);
alter table spread_partition enable row level security;
alter table spread_partition force row level security;
create policy see on spread_partition for select using (scope_is_system());
create policy add on spread_partition for insert with check (scope_is_system());
create policy change on spread_partition for update using (scope_is_system());

grant select, insert, update on spread_analysis, spread_partition to obektiv_app;
