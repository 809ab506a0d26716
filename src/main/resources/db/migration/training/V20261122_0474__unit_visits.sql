create table unit_visit (
    employer_id uuid not null,
    viewer_id   uuid not null,
    unit_code   text not null,
    visited_on  date not null,
    before_on   date,
    primary key (employer_id, viewer_id, unit_code),
    constraint unit_visit_is_of_an_employee foreign key (employer_id, viewer_id) references employee,
    constraint unit_visit_before_is_earlier check (before_on < visited_on)
);
comment on table unit_visit is 'On which day a leader last looked at a unit, and on which day before that: since then it is told what changed.';
call protect_by_employer('unit_visit');
