create table unit_event (
    employer_id      uuid        not null references employer,
    event_id         uuid        not null,
    unit_code        text        not null,
    item             text        not null,
    held_on          date        not null,
    agenda           text        not null,
    attended         int,
    registered_by    uuid        not null,
    registered_at    timestamptz not null,
    withdrawn_by     uuid,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    primary key (employer_id, event_id),
    constraint unit_event_unit_exists foreign key (employer_id, unit_code) references unit,
    constraint unit_event_is_registered_by_an_employee foreign key (employer_id, registered_by) references employee,
    constraint unit_event_attendance_is_a_count check (attended >= 0),
    constraint unit_event_withdrawal_says_who_and_why
        check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
comment on table unit_event is 'What a unit did for a duty on units, as its leader registered it: a meeting, a review. Its fact stands in unit_result by the same id; what is withdrawn is revoked there.';
create index unit_event_of_unit on unit_event (employer_id, unit_code, held_on);
call protect_by_employer('unit_event');
revoke delete on unit_event from ${app_role};
