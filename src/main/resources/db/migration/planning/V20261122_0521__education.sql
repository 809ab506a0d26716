create table education_track (
    employer_id  uuid        not null references employer,
    track_id     uuid        not null,
    employee_id  uuid        not null,
    kind         text        not null,
    name         text        not null,
    items        text[]      not null,
    position_code text,
    valid_from   date        not null,
    expected_on  date        not null,
    state        text        not null default 'ONGOING',
    ended_on     date,
    reason       text        not null default '',
    version      int         not null default 1,
    made_by      uuid,
    made_at      timestamptz not null,
    primary key (employer_id, track_id),
    constraint education_track_kind_is_known check (kind in ('FURTHER_EDUCATION', 'SPECIALISATION', 'APPRENTICESHIP')),
    constraint education_track_is_named check (name <> ''),
    constraint education_track_ends_after_it_begins check (expected_on > valid_from),
    constraint education_track_state_is_known check (state in ('ONGOING', 'COMPLETED', 'BROKEN_OFF')),
    constraint education_track_that_ended_has_its_date check ((state = 'ONGOING') = (ended_on is null)),
    constraint education_track_broken_off_says_why check (state <> 'BROKEN_OFF' or reason <> ''),
    constraint education_track_employee_exists foreign key (employer_id, employee_id) references employee
);
comment on table education_track is 'An education of one employee over months or years. items: what is achieved when it is completed, counted in forecasts on expected_on while it goes on. position_code: the post that it leads to.';
create index education_track_of_employee on education_track (employer_id, employee_id);
call protect_by_employer('education_track');
revoke delete on education_track from ${app_role};

create table binding_agreement (
    employer_id    uuid           not null references employer,
    agreement_id   uuid           not null,
    employee_id    uuid           not null,
    track_id       uuid,
    agreement      text           not null,
    support        numeric(12, 2) not null,
    months         int            not null,
    valid_from     date           not null,
    ended_on       date,
    reason         text           not null default '',
    version        int            not null default 1,
    made_by        uuid,
    made_at        timestamptz    not null,
    primary key (employer_id, agreement_id),
    constraint binding_agreement_is_named check (agreement <> ''),
    constraint binding_agreement_support_is_positive check (support > 0),
    constraint binding_agreement_is_at_most_two_years check (months between 1 and 24),
    constraint binding_agreement_ended_early_says_why check ((ended_on is null) = (reason = '')),
    constraint binding_agreement_employee_exists foreign key (employer_id, employee_id) references employee,
    constraint binding_agreement_track_exists foreign key (employer_id, track_id) references education_track
);
comment on table binding_agreement is 'How long an employee has promised to stay after an education that the municipality has supported: months from valid_from, the day on which the education is (or was) completed; at most 24 (the basic collective agreement, section 14.3). support: in kroner. ended_on: ended before its time, with the reason.';
create index binding_agreement_of_employee on binding_agreement (employer_id, employee_id);
call protect_by_employer('binding_agreement');
revoke delete on binding_agreement from ${app_role};
