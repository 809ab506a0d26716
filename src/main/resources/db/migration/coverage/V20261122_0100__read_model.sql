-- The read model of coverage (docs/adr/0007): everything here follows from the facts and can be made anew at any time.

create table coverage_number (
    employer_id uuid not null references employer,
    kind        text not null,
    code        text not null,
    number      int  not null,
    primary key (employer_id, kind, code),
    constraint coverage_number_stands_for_one_code unique (employer_id, kind, number),
    constraint coverage_number_kind_is_known check (kind in ('REQUIREMENT', 'UNIT', 'POSITION', 'LEADER_LEVEL'))
);
comment on table coverage_number is 'The numbers that stand for codes in the read model, from 1; a number once given stays.';
call protect_by_employer('coverage_number');

create table coverage_trace (
    employer_id uuid  not null,
    employee_id uuid  not null,
    trace       bytea not null,
    primary key (employer_id, employee_id)
);
comment on table coverage_trace is 'How all obligations of an employee stand on every date, in few bytes (no.kompetansebro.coverage.figures.Trace). None for those whom nothing binds.';
call protect_by_employer('coverage_trace');

create table coverage_trace_change (
    employer_id uuid   not null,
    change_id   bigint not null generated always as identity,
    employee_id uuid   not null,
    before      bytea  not null,
    made_in     xid8   not null default pg_current_xact_id(),
    primary key (employer_id, change_id)
);
comment on table coverage_trace_change is 'What a trace said before it changed. Who reads summed-up figures corrects them by the changes that their snapshot did not see.';
call protect_by_employer('coverage_trace_change');

create table figure_generation (
    employer_id  uuid        primary key,
    generation   bigint      not null,
    taken        pg_snapshot not null,
    rulebook     bigint      not null,
    requirements int         not null,
    scopes       text        not null,
    made_at      timestamptz not null
);
comment on table figure_generation is 'The summed-up figures in force: of the traces that the snapshot saw, by the rulebook of that version. scopes: sets of requirement numbers whose employees are counted.';
call protect_by_employer('figure_generation');

create table figure_row (
    employer_id uuid   not null,
    generation  bigint not null,
    row_no      int    not null,
    unit_code   text,
    facet       text   not null,
    facet_code  text   not null default '',
    primary key (employer_id, generation, row_no),
    constraint figure_row_facet_is_known check (facet in ('ALL', 'POSITION', 'LEADER_LEVEL'))
);
comment on table figure_row is 'A row that has summed-up figures: a unit with all below it (null: everything), or those in it of a position or leader level.';
call protect_by_employer('figure_row');

create table figure_period (
    employer_id uuid   not null,
    generation  bigint not null,
    row_no      int    not null,
    period      int    not null,
    changes     bytea  not null,
    primary key (employer_id, generation, row_no, period)
);
comment on table figure_period is 'The changes of a row''s counts in a year (period: the year) or a month (12 * year + month from 0); see no.kompetansebro.coverage.figures.Period.';
-- Small numbers hardly compress; trying to would cost more than all the rest.
alter table figure_period alter column changes set storage external;
call protect_by_employer('figure_period');

create table rulebook_version (
    employer_id uuid   primary key references employer,
    version     bigint not null
);
comment on table rulebook_version is 'The sum of the weights of all committed changes of what is the same for every employee: the catalogue and the units.';
call protect_by_employer('rulebook_version');

create table rulebook_change (
    employer_id uuid   not null references employer,
    change_id   bigint not null generated always as identity,
    weight      bigint not null default ((1 + random()) * 8589934592)::bigint,
    primary key (employer_id, change_id)
);
comment on table rulebook_change is 'Changes of the catalogue and the units in transactions under way; each goes into rulebook_version at the commit, so no writer waits for another until then. Weights are random: no two sets of changes make the same version, not even when one of them is never committed.';
call protect_by_employer('rulebook_change');

create function current_rulebook() returns bigint
    language sql stable
    return coalesce((select version from rulebook_version), 0) + coalesce((select sum(weight) from rulebook_change), 0)::bigint;
comment on function current_rulebook() is 'The version of the rulebook of the employer in scope, as the transaction sees it: another with each change, and higher the more changes it has.';

create table coverage_model (
    employer_id uuid   primary key references employer,
    rulebook    bigint not null,
    people      int    not null default 0,
    sweep_from  int    not null default 0
);
comment on table coverage_model is 'The version of the rulebook for which everybody is, or is being, calculated. people: how many there were; sweep_from: how many there were to calculate.';
call protect_by_employer('coverage_model');

create table recalculation_queue (
    employer_id uuid     not null,
    bucket      smallint not null,
    employee_id uuid     not null,
    queue_id    bigint   not null generated always as identity,
    primary key (employer_id, bucket, employee_id, queue_id)
);
comment on table recalculation_queue is 'Employees whose facts changed; each transaction adds its own rows, so that none is lost to another under way. Who works on a bucket holds its lock.';
call protect_by_employer('recalculation_queue');

create table recalculation_sweep (
    employer_id uuid     not null,
    bucket      smallint not null,
    done_to     uuid,
    primary key (employer_id, bucket)
);
comment on table recalculation_sweep is 'Buckets of which everybody is still to be calculated, after the employee done_to.';
call protect_by_employer('recalculation_sweep');

create function recalculation_bucket(employee uuid) returns smallint
    language sql immutable parallel safe
    return (get_byte(uuid_send(employee), 15) & 63)::smallint;
comment on function recalculation_bucket(uuid) is 'One of 64 parts of the employees, by the last bits of their key, which are random.';

create function recalculate_changed() returns trigger
    language plpgsql as
$$
begin
    insert into recalculation_queue (employer_id, bucket, employee_id)
    select distinct c.employer_id, recalculation_bucket(c.employee_id), c.employee_id from changed c;
    return null;
end
$$;
comment on function recalculate_changed() is 'Queues the employees of the rows that a statement added or removed.';

create function recalculate_changed_and_former() returns trigger
    language plpgsql as
$$
begin
    insert into recalculation_queue (employer_id, bucket, employee_id)
    select c.employer_id, recalculation_bucket(c.employee_id), c.employee_id from changed c
     union
    select f.employer_id, recalculation_bucket(f.employee_id), f.employee_id from former f;
    return null;
end
$$;
comment on function recalculate_changed_and_former() is 'Queues the employees of the rows that a statement changed, before and after.';

create function recalculate_on_leave() returns trigger
    language plpgsql as
$$
begin
    insert into recalculation_queue (employer_id, bucket, employee_id)
    select distinct m.employer_id, recalculation_bucket(m.employee_id), m.employee_id
      from changed c join employment m on m.employer_id = c.employer_id and m.employment_no = c.employment_no;
    return null;
end
$$;
comment on function recalculate_on_leave() is 'Queues the employees of the employments whose leaves a statement added, changed or removed.';

do
$$
declare
    facts text;
begin
    foreach facts in array array['employment', 'role_holding', 'exemption', 'result', 'evidence']
    loop
        execute format('create trigger %I after insert on %I referencing new table as changed '
            'for each statement execute function recalculate_changed()', facts || '_added_recalculates', facts);
        execute format('create trigger %I after delete on %I referencing old table as changed '
            'for each statement execute function recalculate_changed()', facts || '_removed_recalculates', facts);
        execute format('create trigger %I after update on %I referencing old table as former new table as changed '
            'for each statement execute function recalculate_changed_and_former()', facts || '_changed_recalculates', facts);
    end loop;
end
$$;

create trigger leave_added_recalculates after insert on employment_leave referencing new table as changed
    for each statement execute function recalculate_on_leave();
create trigger leave_changed_recalculates after update on employment_leave referencing new table as changed
    for each statement execute function recalculate_on_leave();
create trigger leave_removed_recalculates after delete on employment_leave referencing old table as changed
    for each statement execute function recalculate_on_leave();

create function recalculate_renumbered() returns trigger
    language plpgsql as
$$
begin
    insert into recalculation_queue (employer_id, bucket, employee_id)
    select c.employer_id, recalculation_bucket(c.employee_id), c.employee_id
      from changed c join former f on f.employer_id = c.employer_id and f.employee_id = c.employee_id
     where f.employee_no <> c.employee_no;
    return null;
end
$$;
comment on function recalculate_renumbered() is 'Queues employees whose number changed: target groups may name numbers.';

create trigger employee_changed_recalculates after update on employee
    referencing old table as former new table as changed
    for each statement execute function recalculate_renumbered();
create trigger employee_removed_recalculates after delete on employee referencing old table as changed
    for each statement execute function recalculate_changed();

create function note_rulebook_change() returns trigger
    language plpgsql as
$$
begin
    if current_employer() is not null then
        insert into rulebook_change (employer_id) values (current_employer());
    end if;
    return null;
end
$$;
comment on function note_rulebook_change() is 'Notes that the catalogue or the units changed.';

create function count_rulebook_change() returns trigger
    language plpgsql as
$$
begin
    insert into rulebook_version as v (employer_id, version) values (new.employer_id, new.weight)
    on conflict (employer_id) do update set version = v.version + excluded.version;
    delete from rulebook_change where employer_id = new.employer_id and change_id = new.change_id;
    return null;
end
$$;
comment on function count_rulebook_change() is 'Counts the version on, at the commit.';

create constraint trigger rulebook_change_counts
    after insert on rulebook_change
    deferrable initially deferred
    for each row execute function count_rulebook_change();

do
$$
declare
    rules text;
begin
    foreach rules in array array['unit', 'scale', 'competence', 'item', 'award_rule', 'requirement']
    loop
        execute format('create trigger %I after insert or update or delete on %I '
            'for each statement execute function note_rulebook_change()', rules || '_changes_rulebook', rules);
    end loop;
end
$$;

create index employment_of_position on employment (employer_id, position_code, valid_from desc, employment_no)
    where position_title is not null;
create index employee_by_number on employee (employer_id, employee_no collate "C");
