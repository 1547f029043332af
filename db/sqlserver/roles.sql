-- The portal's own login: reads and writes rows, and can change neither tables nor policies. Run in the portal's database by its owner, after
-- deploy.sql and row-security.sql. The login itself is made by an administrator of the server beforehand:
--   CREATE LOGIN vendorgov_app WITH PASSWORD = '...';
-- Migrations are run by the owner: VendorGov.Web migrate with the owner's connection string, or the scripts.
IF USER_ID(N'vendorgov_app') IS NULL CREATE USER vendorgov_app FOR LOGIN vendorgov_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::dbo TO vendorgov_app;
DENY INSERT, UPDATE, DELETE ON dbo.[__EFMigrationsHistory] TO vendorgov_app;
-- The policies' state is read at start.
GRANT VIEW DEFINITION ON SCHEMA::vendorgov TO vendorgov_app;
