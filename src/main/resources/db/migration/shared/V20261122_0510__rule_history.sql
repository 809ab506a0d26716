create table rule_history (
    employer_id uuid        not null references employer,
    change_id   bigint      not null generated always as identity,
    changed_at  timestamptz not null default now(),
    kind        text        not null,
    code        text        not null,
    former      jsonb,
    present     jsonb,
    primary key (employer_id, change_id),
    constraint rule_history_kind_is_known check (kind in ('competence', 'award_rule', 'requirement')),
    constraint rule_history_has_something_to_say check (former is not null or present is not null)
);
comment on table rule_history is 'Append-only: what a competence, award rule or requirement said before a change (former; null: it was not there) and after it (present; null: it is gone).';
create index rule_history_by_time on rule_history (employer_id, changed_at);
call protect_append_only('rule_history');

create function keep_rule_history() returns trigger
    language plpgsql as
$$
declare
    former  jsonb := to_jsonb(old) - 'employer_id' - 'position';
    present jsonb := to_jsonb(new) - 'employer_id' - 'position';
begin
    if former is distinct from present then
        insert into rule_history (employer_id, kind, code, former, present)
        values (coalesce(new.employer_id, old.employer_id), tg_table_name, coalesce(new.code, old.code), former, present);
    end if;
    return null;
end
$$;
comment on function keep_rule_history() is 'Keeps what a rule said before and after a change; its place in the catalogue is none.';

do
$$
declare
    rules text;
begin
    foreach rules in array array['competence', 'award_rule', 'requirement']
    loop
        execute format('create trigger %I after insert or update or delete on %I '
            'for each row execute function keep_rule_history()', rules || '_keeps_history', rules);
    end loop;
end
$$;
