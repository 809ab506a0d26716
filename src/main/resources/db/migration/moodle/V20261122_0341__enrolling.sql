alter table moodle_connection add column enrol_role bigint not null default 5;
comment on column moodle_connection.enrol_role is 'The role that people get in courses that we enrol them in; 5 is the student of a fresh site.';

create table moodle_cohort (
    employer_id   uuid not null,
    connection_id uuid not null,
    course_key    text not null,
    cohort        text not null,
    primary key (employer_id, connection_id, course_key),
    constraint moodle_cohort_connection_exists foreign key (employer_id, connection_id) references moodle_connection on delete cascade,
    constraint moodle_cohort_has_a_number check (cohort <> '')
);
comment on table moodle_cohort is 'Courses that people get into by being added to a cohort (its ID number) and not by manual enrolment.';
call protect_by_employer('moodle_cohort');
