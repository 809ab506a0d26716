create table talk_measure (
    employer_id uuid        not null,
    measure_id  uuid        not null,
    employee_id uuid        not null,
    measure     text        not null,
    due_on      date,
    made_at     timestamptz not null,
    leader_id   uuid,
    leader_at   timestamptz,
    employee_at timestamptz,
    primary key (employer_id, measure_id),
    constraint talk_measure_is_of_an_employee foreign key (employer_id, employee_id) references employee,
    constraint talk_measure_leader_exists foreign key (employer_id, leader_id) references employee,
    constraint talk_measure_is_agreed_by_two_people check (leader_id <> employee_id),
    constraint talk_measure_has_the_leader_and_the_time check ((leader_id is null) = (leader_at is null))
);
comment on table talk_measure is 'What a leader and an employee agree on in the talk about competence: each confirms for themselves; agreed when both have.';
create index talk_measure_of_employee on talk_measure (employer_id, employee_id, made_at);
call protect_by_employer('talk_measure');
revoke delete on talk_measure from ${app_role};
