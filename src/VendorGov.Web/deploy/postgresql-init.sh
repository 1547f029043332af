#!/bin/bash
# Run once by the image of PostgreSQL on an empty volume: the owner of the tables, and the login that the portal uses (see db/postgresql/roles.sql).
set -euo pipefail
psql -v ON_ERROR_STOP=1 --username postgres \
    -v owner_password="$VENDORGOV_OWNER_PASSWORD" -v app_password="$VENDORGOV_APP_PASSWORD" <<'SQL'
CREATE ROLE vendorgov_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE vendorgov_app LOGIN PASSWORD :'app_password';
CREATE DATABASE vendorgov OWNER vendorgov_owner;
\connect vendorgov
ALTER SCHEMA public OWNER TO vendorgov_owner;
SET ROLE vendorgov_owner;
GRANT USAGE ON SCHEMA public TO vendorgov_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO vendorgov_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO vendorgov_app;
SQL
