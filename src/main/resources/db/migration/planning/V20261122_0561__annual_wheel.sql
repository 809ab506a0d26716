create table wheel_task (
    employer_id uuid    not null references employer,
    task_id     uuid    not null,
    name        text    not null,
    description text    not null,
    level       text    not null,
    unit_code   text,
    owner       text    not null,
    opens       text    not null,
    due         text    not null,
    freezes     boolean not null,
    requirement text,
    from_year   int     not null,
    to_year     int,
    version     int     not null default 1,
    changed_by  uuid,
    changed_at  timestamptz not null,
    primary key (employer_id, task_id),
    constraint wheel_task_is_named check (name <> ''),
    constraint wheel_task_level_is_known check (level in ('MUNICIPALITY', 'SECTION', 'UNIT')),
    constraint wheel_task_unit_exists foreign key (employer_id, unit_code) references unit,
    constraint wheel_task_dates_are_days_of_a_year check (opens ~ '^--[0-9]{2}-[0-9]{2}$' and due ~ '^--[0-9]{2}-[0-9]{2}$'),
    constraint wheel_task_opens_before_it_is_due check (opens <= due),
    constraint wheel_task_ends_after_it_begins check (to_year >= from_year)
);
comment on table wheel_task is 'A task that comes back every year from the first year to the last: of the municipality, of each section, or of each unit within unit_code (all without one). opens and due are days of a year (--MM-DD). freezes: what is delivered keeps the figures of the unit. requirement: the share of staff that the task is about.';
call protect_by_employer('wheel_task');
revoke delete on wheel_task from ${app_role};

create table wheel_delivery (
    employer_id      uuid        not null references employer,
    delivery_id      uuid        not null,
    task_id          uuid        not null,
    unit_code        text        not null,
    year             int         not null,
    delivered_on     date        not null,
    note             text        not null,
    figures          jsonb,
    delivered_by     uuid        not null,
    delivered_at     timestamptz not null,
    withdrawn_by     uuid,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    primary key (employer_id, delivery_id),
    constraint wheel_delivery_task_exists foreign key (employer_id, task_id) references wheel_task,
    constraint wheel_delivery_unit_exists foreign key (employer_id, unit_code) references unit,
    constraint wheel_delivery_is_made_by_an_employee foreign key (employer_id, delivered_by) references employee,
    constraint wheel_delivery_withdrawal_says_who_and_why
        check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table wheel_delivery is 'That a unit delivered a task of the annual wheel, and the figures that it delivered with, frozen. What is withdrawn stays, and may be delivered anew.';
create unique index wheel_delivery_stands_once on wheel_delivery (employer_id, task_id, unit_code, year) where withdrawn_at is null;
call protect_by_employer('wheel_delivery');
revoke delete on wheel_delivery from ${app_role};
