create table account_link_decision (
    employer_id uuid        not null,
    decision_id uuid        not null,
    link_id     uuid        not null,
    status      text        not null,
    employee_id uuid,
    decided_by  text        not null,
    decided_at  timestamptz not null,
    primary key (employer_id, decision_id),
    constraint link_decision_link_exists foreign key (employer_id, link_id) references account_link
);
comment on table account_link_decision is 'Append-only: who or what (attribute:…, employee:…, account:…) gave an account link which status, for which employee.';
create index account_link_decision_of_link on account_link_decision (employer_id, link_id);
call protect_append_only('account_link_decision');
