create table facts_version (
    employer_id uuid   primary key references employer,
    version     bigint not null
);
comment on table facts_version is 'Counts the transactions that changed anything that coverage is computed from. What was computed at a version holds as long as the version stands, in every instance.';
call protect_by_employer('facts_version');

create table facts_touched (
    employer_id uuid not null references employer,
    transaction xid8 not null,
    primary key (employer_id, transaction)
);
comment on table facts_touched is 'Transactions under way that changed facts; each row goes again at the commit. So the one row of facts_version is locked only while committing, and no writer waits for another.';
call protect_by_employer('facts_touched');

create function touch_facts() returns trigger
    language plpgsql as
$$
begin
    if current_employer() is not null then
        insert into facts_touched (employer_id, transaction)
        values (current_employer(), pg_current_xact_id())
        on conflict do nothing;
    end if;
    return null;
end
$$;
comment on function touch_facts() is 'Notes that the transaction changed facts of its employer.';

create function count_facts_version() returns trigger
    language plpgsql as
$$
begin
    insert into facts_version as v (employer_id, version)
    values (new.employer_id, 1)
    on conflict (employer_id) do update set version = v.version + 1;
    delete from facts_touched where employer_id = new.employer_id and transaction = new.transaction;
    return null;
end
$$;
comment on function count_facts_version() is 'Counts the version on, at the commit, in the transaction that changed facts.';

create constraint trigger facts_touched_counts
    after insert on facts_touched
    deferrable initially deferred
    for each row execute function count_facts_version();

do
$$
declare
    facts text;
begin
    foreach facts in array array['unit', 'employee', 'employment', 'employment_leave', 'role_holding', 'exemption',
        'result', 'evidence', 'unit_result', 'scale', 'competence', 'item', 'award_rule', 'requirement']
    loop
        execute format('create trigger %I after insert or update or delete on %I '
            'for each statement execute function touch_facts()', facts || '_touches_facts', facts);
    end loop;
end
$$;
