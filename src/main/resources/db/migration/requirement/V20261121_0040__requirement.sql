create table requirement (
    employer_id  uuid  not null references employer,
    code         text  not null,
    name         jsonb not null,
    category     text  not null,
    authority    text,
    competence   text,
    level        text,
    target_group jsonb,
    minimum      jsonb,
    unit_duty    jsonb,
    valid_from   date,
    valid_until  date,
    due_date     date,
    grace_days   int   not null default 0,
    warning_days int   not null default 90,
    position     int   not null,
    primary key (employer_id, code),
    constraint requirement_competence_exists foreign key (employer_id, competence) references competence
        deferrable initially deferred,
    constraint requirement_category_is_known check (category in ('STATUTORY', 'MANDATORY', 'RECOMMENDED')),
    constraint requirement_ends_after_it_starts check (valid_until > valid_from),
    constraint requirement_days_are_not_negative check (grace_days >= 0 and warning_days >= 0),
    constraint requirement_asks_for_one_thing check ((competence is null) <> (unit_duty is null) and (minimum is null or unit_duty is null))
);
comment on table requirement is 'A requirement on people, on how many in a unit (minimum), or on units themselves (unit_duty); coverage.md sections 5 and 9.';
call protect_by_employer('requirement');

create table exemption (
    employer_id uuid not null,
    employee_id uuid not null,
    requirement text not null,
    valid_from  date not null,
    valid_until date,
    reason      text not null,
    primary key (employer_id, employee_id, requirement, valid_from),
    constraint exemption_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint exemption_requirement_exists foreign key (employer_id, requirement) references requirement
        deferrable initially deferred,
    constraint exemption_ends_after_it_starts check (valid_until > valid_from)
);
comment on table exemption is 'The employee is exempt from the requirement on [valid_from, valid_until).';
call protect_by_employer('exemption');
