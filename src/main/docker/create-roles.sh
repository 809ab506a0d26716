#!/bin/bash
# Run once by the PostgreSQL image on an empty volume: the database, its owner (migrations), and the application's role,
# which owns nothing and so is bound by row-level security.
set -eu
psql -v ON_ERROR_STOP=1 -v owner_password="$OWNER_PASSWORD" -v app_password="$APP_PASSWORD" --username postgres <<'SQL'
create role kompetansebro_owner login nosuperuser nobypassrls password :'owner_password';
create role kompetansebro_app login nosuperuser nobypassrls password :'app_password';
create database kompetansebro owner kompetansebro_owner;
SQL
