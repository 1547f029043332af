-- The portal's own login: reads and writes rows, and can change neither tables nor policies. Run in the portal's database by the owner of its
-- tables, who may create roles, after deploy.sql and row-security.sql, and again after each upgrade. Then set a password: \password vendorgov_app
-- Migrations are run by the owner: VendorGov.Web migrate with the owner's connection string, or the scripts.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'vendorgov_app') THEN
    CREATE ROLE vendorgov_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
  END IF;
END $$;
GRANT USAGE ON SCHEMA public TO vendorgov_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO vendorgov_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO vendorgov_app;
REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory" FROM vendorgov_app;
-- Tables of later migrations.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO vendorgov_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO vendorgov_app;
