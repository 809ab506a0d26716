alter table access_grant add column ended_by text, add column ended_at timestamptz;
alter table access_grant drop constraint grant_ends_after_it_starts;
alter table access_grant add constraint grant_does_not_end_before_it_starts check (valid_until >= valid_from);
comment on column access_grant.ended_by is 'Who set valid_until; null: nobody, or the grant was given with an end. Ended on the day it was given: it never held.';
