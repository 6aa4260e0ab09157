-- Honest references frozen from administrations that outside observers ran. Versions are never rewritten.

create table honest_reference (
  id int generated always as identity primary key,
  -- Whose it is: a region's own, used by its analyses.
  organization_id int not null references organization,
  procedure_id int references procedure,
  name text not null check (name <> ''),
  engine_version text not null,
  -- Classes and papers that it was learnt from.
  units int not null check (units >= 0),
  papers int not null check (papers >= 0),
  -- engine/frozen-reference.ts, FrozenReference.
  content jsonb not null,
  account_id int references account,
  created_at timestamptz not null default now(),
  superseded_at timestamptz
);
create index honest_reference_current on honest_reference (organization_id) where superseded_at is null;
alter table honest_reference enable row level security;
alter table honest_reference force row level security;
-- Score tables of a whole region, nothing of one school; like the analysis that uses it.
create policy see on honest_reference for select using (organization_id in (select upper_organizations()));
create policy add on honest_reference for insert with check (organization_id in (select visible_organizations()));
create policy change on honest_reference for update using (organization_id in (select visible_organizations()));

grant select, insert, update on honest_reference to obektiv_app;
