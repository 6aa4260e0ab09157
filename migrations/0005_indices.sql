-- Medal claims and the thresholds of the indices, per year.

-- Pupils whom a school puts forward for the medal «За особые успехи в учении», in the school's own keys.
create table medal_claim (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  -- Year of the exams.
  year int not null check (year between 2000 and 2100),
  pupil text not null check (pupil <> ''),
  degree int not null check (degree in (1, 2)),
  account_id int references account,
  created_at timestamptz not null default now(),
  unique (organization_id, year, pupil)
);
alter table medal_claim enable row level security;
alter table medal_claim force row level security;
create policy see on medal_claim for select using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy add on medal_claim for insert with check (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy change on medal_claim for update using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);
create policy remove on medal_claim for delete using (organization_id in (select visible_organizations()) and (select scope_classes()) is null);

-- A region's settings of a year (indices/model.ts, IndexSettings); versions are never rewritten, the newest counts.
create table index_setting (
  id int generated always as identity primary key,
  organization_id int not null references organization,
  year int not null check (year between 2000 and 2100),
  version int not null,
  settings jsonb not null,
  note text not null default '',
  account_id int references account,
  created_at timestamptz not null default now(),
  unique (organization_id, year, version)
);
alter table index_setting enable row level security;
alter table index_setting force row level security;
create policy see on index_setting for select using (organization_id in (select upper_organizations()));
create policy add on index_setting for insert with check (organization_id in (select visible_organizations()));

grant select, insert, update, delete on medal_claim to obektiv_app;
grant select, insert on index_setting to obektiv_app;
