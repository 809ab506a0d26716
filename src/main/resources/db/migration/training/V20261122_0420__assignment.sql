create table assignment (
    employer_id    uuid        not null references employer,
    assignment_id  uuid        not null,
    items          text[]      not null,
    kind           text        not null,
    audience       text        not null,
    unit_code      text,
    target_group   jsonb,
    due_on         date,
    due_days       int,
    due_after      text,
    afresh         boolean     not null,
    reason         text        not null,
    assigned_by    uuid,
    assigned_on    date        not null,
    assigned_at    timestamptz not null,
    withdrawn_on   date,
    version        int         not null default 1,
    next_items     text[],
    next_days      int,
    follows        uuid,
    primary key (employer_id, assignment_id),
    constraint assignment_has_items check (cardinality(items) > 0),
    constraint assignment_kind_is_known check (kind in ('IMPOSED', 'VOLUNTARY', 'OFFER', 'BY_APPLICATION')),
    constraint assignment_audience_is_known check (audience in ('PEOPLE', 'UNIT', 'GROUP')),
    constraint assignment_to_a_unit_names_it check (audience <> 'UNIT' or unit_code is not null),
    constraint assignment_to_a_group_describes_it check ((audience = 'GROUP') = (target_group is not null)),
    constraint assignment_is_due_on_a_date_or_after_one check ((due_on is null) = (due_days is not null)),
    constraint assignment_due_after_is_known
        check ((due_after is null) = (due_days is null) and due_after in ('HIRE', 'ENTRY')),
    constraint assignment_due_days_are_not_negative check (due_days between 0 and 3660),
    constraint assignment_is_withdrawn_after_it_was_made check (withdrawn_on >= assigned_on),
    constraint assignment_next_has_items_and_days
        check ((next_items is null) = (next_days is null) and cardinality(next_items) > 0),
    constraint assignment_followed_exists foreign key (employer_id, follows) references assignment
);
comment on table assignment is 'Items that people are to learn, or are offered. PEOPLE: those of assignment_person; UNIT: whoever is in unit_code or below it on a date; GROUP: a target group (requirement''s JSON), within unit_code where there is one. due_after: days after the start of their employments, or after they came into the group. withdrawn_on: from then on it is nobody''s. next_items: assigned to the staff of each leader who has done it; follows: the assignment that this came of.';
create unique index assignment_follows_once on assignment (employer_id, follows, unit_code) where follows is not null;
create index assignment_open on assignment (employer_id) where withdrawn_on is null;
call protect_by_employer('assignment');
revoke delete on assignment from ${app_role};

create table assignment_person (
    employer_id   uuid not null,
    assignment_id uuid not null,
    employee_id   uuid not null,
    primary key (employer_id, assignment_id, employee_id),
    constraint assignment_person_assignment_exists foreign key (employer_id, assignment_id) references assignment,
    constraint assignment_person_employee_exists foreign key (employer_id, employee_id) references employee
);
comment on table assignment_person is 'Whom an assignment to people names.';
create index assignment_person_of_employee on assignment_person (employer_id, employee_id);
call protect_append_only('assignment_person');

create table assignment_change (
    employer_id   uuid        not null,
    change_id     uuid        not null,
    assignment_id uuid        not null,
    version       int         not null,
    act           text        not null,
    due_on        date,
    due_days      int,
    reason        text        not null,
    done_by       uuid,
    done_at       timestamptz not null,
    primary key (employer_id, change_id),
    constraint assignment_change_assignment_exists foreign key (employer_id, assignment_id) references assignment,
    constraint assignment_change_is_one_per_version unique (employer_id, assignment_id, version),
    constraint assignment_change_act_is_known check (act in ('ASSIGNED', 'CHANGED', 'WITHDRAWN', 'UNDONE', 'REOPENED'))
);
comment on table assignment_change is 'Append-only: what became of an assignment, by whom and when, with the due date and reason that it has had from then on. UNDONE: withdrawn as if it had never been.';
call protect_append_only('assignment_change');

create table assignment_acknowledgement (
    employer_id     uuid        not null,
    assignment_id   uuid        not null,
    employee_id     uuid        not null,
    acknowledged_at timestamptz not null,
    primary key (employer_id, assignment_id, employee_id),
    constraint acknowledgement_assignment_exists foreign key (employer_id, assignment_id) references assignment,
    constraint acknowledgement_employee_exists foreign key (employer_id, employee_id) references employee
);
comment on table assignment_acknowledgement is 'Append-only: who has said that they have seen what was imposed on them.';
call protect_append_only('assignment_acknowledgement');

create table assignment_application (
    employer_id   uuid        not null,
    assignment_id uuid        not null,
    employee_id   uuid        not null,
    motivation    text        not null,
    applied_at    timestamptz not null,
    selected      boolean,
    decision      text,
    decided_by    uuid,
    decided_at    timestamptz,
    primary key (employer_id, assignment_id, employee_id),
    constraint application_assignment_exists foreign key (employer_id, assignment_id) references assignment,
    constraint application_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint application_decision_has_reason_and_decider check (
        (selected is null) = (decision is null) and (selected is null) = (decided_at is null))
);
comment on table assignment_application is 'Who applied for what is given by application, and whether they were selected, by whom, when and why.';
call protect_by_employer('assignment_application');
revoke delete on assignment_application from ${app_role};

create table assignment_refusal (
    employer_id uuid        not null references employer,
    refusal_id  uuid        not null,
    refused_at  timestamptz not null,
    viewer_id   uuid,
    act         text        not null,
    audience    text        not null,
    detail      text,
    primary key (employer_id, refusal_id)
);
comment on table assignment_refusal is 'Append-only: who tried to assign, or to change an assignment, outside of their own units or area. detail: the unit, or how many people.';
call protect_append_only('assignment_refusal');
