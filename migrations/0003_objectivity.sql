-- Analyses of one work over a region and the findings they made. A finding keeps its identity over analyses.

create table analysis (
  id int generated always as identity primary key,
  -- The region: its distributions are the reference that everyone below may see.
  organization_id int not null references organization,
  work_id int not null references work,
  engine_version text not null,
  parameters jsonb not null,
  -- Totals, marks and tasks of the whole region; nothing of one school.
  reference jsonb not null,
  papers int not null,
  created_at timestamptz not null default now(),
  superseded_at timestamptz
);
create unique index analysis_current on analysis (work_id) where superseded_at is null;
alter table analysis enable row level security;
alter table analysis force row level security;
create policy see on analysis for select using (organization_id in (select upper_organizations()));
create policy add on analysis for insert with check (organization_id in (select visible_organizations()));
create policy change on analysis for update using (organization_id in (select visible_organizations()));

create table finding (
  id int generated always as identity primary key,
  -- The unit itself: a municipality or a school (a class belongs to its school).
  organization_id int not null references organization,
  work_id int not null references work,
  analysis_id int not null references analysis,
  level text not null check (level in ('class', 'school', 'municipality')),
  class_group_id int references class_group,
  participants int not null,
  absent int not null,
  evidence double precision not null,
  p double precision,
  local_fdr double precision,
  signalled boolean not null,
  strength text not null check (strength in ('none', 'weak', 'noticeable', 'pronounced')),
  mechanisms text[] not null,
  markers jsonb not null,
  -- Distribution of totals and marks of the unit, for its page.
  distribution jsonb not null,
  unique nulls not distinct (work_id, level, organization_id, class_group_id),
  check ((level = 'class') = (class_group_id is not null))
);
create index finding_organization on finding (organization_id);
create index finding_signalled on finding (work_id, level) where signalled;
alter table finding enable row level security;
alter table finding force row level security;
create policy see on finding for select using (
  organization_id in (select visible_organizations()) and ((select scope_classes()) is null or class_group_id = any((select scope_classes())::int[])));
create policy add on finding for insert with check (organization_id in (select visible_organizations()));
create policy change on finding for update using (organization_id in (select visible_organizations()));
create policy remove on finding for delete using (organization_id in (select visible_organizations()));

-- Published official markers and readings, computed as published and kept apart from our own findings.
create table official_reading (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  work_id int not null references work,
  analysis_id int not null references analysis,
  marker text not null,
  applicable boolean not null,
  flagged boolean,
  reading jsonb not null,
  unique (work_id, organization_id, marker)
);
create index official_reading_organization on official_reading (organization_id);
alter table official_reading enable row level security;
alter table official_reading force row level security;
create policy see on official_reading for select using (
  organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy add on official_reading for insert with check (organization_id in (select visible_organizations()));
create policy remove on official_reading for delete using (organization_id in (select visible_organizations()));

grant select, insert, update on analysis to obektiv_app;
grant select, insert, update, delete on finding to obektiv_app;
grant select, insert, delete on official_reading to obektiv_app;
