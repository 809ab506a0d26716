create table dispute (
    employer_id uuid        not null,
    dispute_id  uuid        not null,
    employee_id uuid        not null,
    ledger      text        not null,
    source      text        not null,
    external_id text        not null,
    objection   text        not null,
    state       text        not null default 'OPEN',
    made_at     timestamptz not null,
    answer      text,
    decided_by  uuid,
    decided_at  timestamptz,
    primary key (employer_id, dispute_id),
    constraint dispute_is_of_an_employee foreign key (employer_id, employee_id) references employee,
    constraint dispute_decider_exists foreign key (employer_id, decided_by) references employee,
    constraint dispute_is_about_a_fact_of_the_ledger check (ledger in ('RESULT', 'EVIDENCE')),
    constraint dispute_state_is_known check (state in ('OPEN', 'CORRECTED', 'KEPT')),
    constraint dispute_is_answered_when_decided check ((state = 'OPEN') = (answer is null) and (answer is null) = (decided_by is null)),
    constraint nobody_answers_their_own_dispute check (decided_by <> employee_id)
);
comment on table dispute is 'An employee says that a fact of the ledger about them is wrong; somebody revokes the fact or keeps it, and says why.';
create unique index dispute_of_a_fact_is_open_once on dispute (employer_id, ledger, source, external_id) where state = 'OPEN';
create index dispute_of_employee on dispute (employer_id, employee_id);
call protect_by_employer('dispute');
revoke delete on dispute from ${app_role};
