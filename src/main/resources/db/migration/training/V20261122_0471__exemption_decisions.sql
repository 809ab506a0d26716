create table exemption_decision (
    employer_id uuid        not null,
    decision_id uuid        not null,
    employee_id uuid        not null,
    requirement text        not null,
    valid_from  date        not null,
    valid_until date        not null,
    kind        text        not null,
    reason      text        not null,
    measure     text,
    decided_by  uuid        not null,
    decided_at  timestamptz not null,
    primary key (employer_id, decision_id),
    constraint exemption_decision_is_about_an_employee foreign key (employer_id, employee_id) references employee,
    constraint exemption_decider_exists foreign key (employer_id, decided_by) references employee,
    constraint exemption_decision_kind_is_known check (kind in ('EXEMPTION', 'DISPENSATION', 'ENDED')),
    constraint dispensation_has_a_measure check (kind <> 'DISPENSATION' or measure is not null),
    constraint nobody_exempts_themselves check (decided_by <> employee_id)
);
comment on table exemption_decision is 'Append-only: who exempted whom from what until when and why, and who ended it (valid_until is then the first day on which it no longer holds). Exemptions themselves are in exemption.';
create index exemption_decision_of_employee on exemption_decision (employer_id, employee_id, requirement);
call protect_append_only('exemption_decision');
