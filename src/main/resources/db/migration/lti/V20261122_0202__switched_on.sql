alter table lti_registration add column switched_on boolean not null default true;
comment on column lti_registration.switched_on is 'As long as it is not, nobody is launched from it and it is not called.';
