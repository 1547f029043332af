-- Row-level security of every table that carries a tenant's key; may be run again and again, by the owner of the tables.
BEGIN;
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"AgentDays"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "AgentDays"', old); END LOOP;
END $$;
ALTER TABLE "AgentDays" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AgentDays" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "AgentDays" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Agents"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Agents"', old); END LOOP;
END $$;
ALTER TABLE "Agents" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Agents" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Agents" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Amendments"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Amendments"', old); END LOOP;
END $$;
ALTER TABLE "Amendments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Amendments" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Amendments" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ApiKeys"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ApiKeys"', old); END LOOP;
END $$;
ALTER TABLE "ApiKeys" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ApiKeys" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ApiKeys" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
CREATE POLICY "beyond_read_687175b7" ON "ApiKeys" FOR SELECT USING ((SELECT current_setting('vendorgov.beyond', true) = 'on'));
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Appeals"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Appeals"', old); END LOOP;
END $$;
ALTER TABLE "Appeals" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Appeals" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Appeals" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Attachments"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Attachments"', old); END LOOP;
END $$;
ALTER TABLE "Attachments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Attachments" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Attachments" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"AuditEntries"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "AuditEntries"', old); END LOOP;
END $$;
ALTER TABLE "AuditEntries" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AuditEntries" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "AuditEntries" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"AuditHeads"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "AuditHeads"', old); END LOOP;
END $$;
ALTER TABLE "AuditHeads" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "AuditHeads" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "AuditHeads" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"BrandPacks"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "BrandPacks"', old); END LOOP;
END $$;
ALTER TABLE "BrandPacks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BrandPacks" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "BrandPacks" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"BrandQuarters"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "BrandQuarters"', old); END LOOP;
END $$;
ALTER TABLE "BrandQuarters" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BrandQuarters" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "BrandQuarters" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"BriefingReceipts"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "BriefingReceipts"', old); END LOOP;
END $$;
ALTER TABLE "BriefingReceipts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "BriefingReceipts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "BriefingReceipts" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Briefings"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Briefings"', old); END LOOP;
END $$;
ALTER TABLE "Briefings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Briefings" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Briefings" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"CalendarVersions"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "CalendarVersions"', old); END LOOP;
END $$;
ALTER TABLE "CalendarVersions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CalendarVersions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "CalendarVersions" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"CalibrationRounds"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "CalibrationRounds"', old); END LOOP;
END $$;
ALTER TABLE "CalibrationRounds" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CalibrationRounds" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "CalibrationRounds" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Callbacks"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Callbacks"', old); END LOOP;
END $$;
ALTER TABLE "Callbacks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Callbacks" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Callbacks" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Certificates"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Certificates"', old); END LOOP;
END $$;
ALTER TABLE "Certificates" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Certificates" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Certificates" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ChecklistItems"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ChecklistItems"', old); END LOOP;
END $$;
ALTER TABLE "ChecklistItems" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ChecklistItems" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ChecklistItems" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ClockWaivers"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ClockWaivers"', old); END LOOP;
END $$;
ALTER TABLE "ClockWaivers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ClockWaivers" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ClockWaivers" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Coachings"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Coachings"', old); END LOOP;
END $$;
ALTER TABLE "Coachings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Coachings" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Coachings" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ComplaintChases"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ComplaintChases"', old); END LOOP;
END $$;
ALTER TABLE "ComplaintChases" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ComplaintChases" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ComplaintChases" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Complaints"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Complaints"', old); END LOOP;
END $$;
ALTER TABLE "Complaints" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Complaints" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Complaints" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ContractOutlets"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ContractOutlets"', old); END LOOP;
END $$;
ALTER TABLE "ContractOutlets" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ContractOutlets" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ContractOutlets" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Contracts"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Contracts"', old); END LOOP;
END $$;
ALTER TABLE "Contracts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Contracts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Contracts" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"CorrectiveActions"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "CorrectiveActions"', old); END LOOP;
END $$;
ALTER TABLE "CorrectiveActions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CorrectiveActions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "CorrectiveActions" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Courses"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Courses"', old); END LOOP;
END $$;
ALTER TABLE "Courses" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Courses" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Courses" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"CreditClaims"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "CreditClaims"', old); END LOOP;
END $$;
ALTER TABLE "CreditClaims" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "CreditClaims" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "CreditClaims" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"DocumentDemands"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "DocumentDemands"', old); END LOOP;
END $$;
ALTER TABLE "DocumentDemands" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DocumentDemands" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "DocumentDemands" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"DraftFiles"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "DraftFiles"', old); END LOOP;
END $$;
ALTER TABLE "DraftFiles" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "DraftFiles" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "DraftFiles" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"EmergencyDrills"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "EmergencyDrills"', old); END LOOP;
END $$;
ALTER TABLE "EmergencyDrills" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "EmergencyDrills" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "EmergencyDrills" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Evaluations"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Evaluations"', old); END LOOP;
END $$;
ALTER TABLE "Evaluations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Evaluations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Evaluations" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ExemptRequests"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ExemptRequests"', old); END LOOP;
END $$;
ALTER TABLE "ExemptRequests" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ExemptRequests" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ExemptRequests" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ExemptWindows"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ExemptWindows"', old); END LOOP;
END $$;
ALTER TABLE "ExemptWindows" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ExemptWindows" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ExemptWindows" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Faults"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Faults"', old); END LOOP;
END $$;
ALTER TABLE "Faults" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Faults" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Faults" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"FeedBatches"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "FeedBatches"', old); END LOOP;
END $$;
ALTER TABLE "FeedBatches" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FeedBatches" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "FeedBatches" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"FeedContacts"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "FeedContacts"', old); END LOOP;
END $$;
ALTER TABLE "FeedContacts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FeedContacts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "FeedContacts" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"FeedPresences"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "FeedPresences"', old); END LOOP;
END $$;
ALTER TABLE "FeedPresences" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FeedPresences" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "FeedPresences" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"FeedRefusals"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "FeedRefusals"', old); END LOOP;
END $$;
ALTER TABLE "FeedRefusals" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FeedRefusals" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "FeedRefusals" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"FeedSurveys"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "FeedSurveys"', old); END LOOP;
END $$;
ALTER TABLE "FeedSurveys" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FeedSurveys" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "FeedSurveys" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"IdempotentAnswers"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "IdempotentAnswers"', old); END LOOP;
END $$;
ALTER TABLE "IdempotentAnswers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "IdempotentAnswers" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "IdempotentAnswers" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ImportBatches"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ImportBatches"', old); END LOOP;
END $$;
ALTER TABLE "ImportBatches" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ImportBatches" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ImportBatches" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ImportProfiles"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ImportProfiles"', old); END LOOP;
END $$;
ALTER TABLE "ImportProfiles" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ImportProfiles" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ImportProfiles" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ImportRefusedRows"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ImportRefusedRows"', old); END LOOP;
END $$;
ALTER TABLE "ImportRefusedRows" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ImportRefusedRows" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ImportRefusedRows" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ImportedIncidents"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ImportedIncidents"', old); END LOOP;
END $$;
ALTER TABLE "ImportedIncidents" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ImportedIncidents" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ImportedIncidents" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"InvestigationDrafts"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "InvestigationDrafts"', old); END LOOP;
END $$;
ALTER TABLE "InvestigationDrafts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "InvestigationDrafts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "InvestigationDrafts" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Investigations"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Investigations"', old); END LOOP;
END $$;
ALTER TABLE "Investigations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Investigations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Investigations" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Invitations"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Invitations"', old); END LOOP;
END $$;
ALTER TABLE "Invitations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Invitations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Invitations" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
CREATE POLICY "beyond_read_687175b7" ON "Invitations" FOR SELECT USING ((SELECT current_setting('vendorgov.beyond', true) = 'on'));
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"IssueEvents"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "IssueEvents"', old); END LOOP;
END $$;
ALTER TABLE "IssueEvents" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "IssueEvents" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "IssueEvents" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"IssueFollowers"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "IssueFollowers"', old); END LOOP;
END $$;
ALTER TABLE "IssueFollowers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "IssueFollowers" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "IssueFollowers" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"IssueMessages"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "IssueMessages"', old); END LOOP;
END $$;
ALTER TABLE "IssueMessages" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "IssueMessages" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "IssueMessages" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Issues"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Issues"', old); END LOOP;
END $$;
ALTER TABLE "Issues" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Issues" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Issues" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ItemPlans"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ItemPlans"', old); END LOOP;
END $$;
ALTER TABLE "ItemPlans" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ItemPlans" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ItemPlans" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"KnowledgeArticles"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "KnowledgeArticles"', old); END LOOP;
END $$;
ALTER TABLE "KnowledgeArticles" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "KnowledgeArticles" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "KnowledgeArticles" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"KnowledgeVersions"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "KnowledgeVersions"', old); END LOOP;
END $$;
ALTER TABLE "KnowledgeVersions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "KnowledgeVersions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "KnowledgeVersions" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"LegalHolds"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "LegalHolds"', old); END LOOP;
END $$;
ALTER TABLE "LegalHolds" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "LegalHolds" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "LegalHolds" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Memberships"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Memberships"', old); END LOOP;
END $$;
ALTER TABLE "Memberships" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Memberships" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Memberships" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
CREATE POLICY "beyond_read_687175b7" ON "Memberships" FOR SELECT USING ((SELECT current_setting('vendorgov.beyond', true) = 'on'));
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"MissedContacts"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "MissedContacts"', old); END LOOP;
END $$;
ALTER TABLE "MissedContacts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "MissedContacts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "MissedContacts" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"NoticeEvents"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "NoticeEvents"', old); END LOOP;
END $$;
ALTER TABLE "NoticeEvents" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "NoticeEvents" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "NoticeEvents" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"NoticeSettings"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "NoticeSettings"', old); END LOOP;
END $$;
ALTER TABLE "NoticeSettings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "NoticeSettings" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "NoticeSettings" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Notices"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Notices"', old); END LOOP;
END $$;
ALTER TABLE "Notices" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Notices" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Notices" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Obligations"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Obligations"', old); END LOOP;
END $$;
ALTER TABLE "Obligations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Obligations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Obligations" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"OpenIdProviders"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "OpenIdProviders"', old); END LOOP;
END $$;
ALTER TABLE "OpenIdProviders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OpenIdProviders" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "OpenIdProviders" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
CREATE POLICY "beyond_read_687175b7" ON "OpenIdProviders" FOR SELECT USING ((SELECT current_setting('vendorgov.beyond', true) = 'on'));
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Outbox"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Outbox"', old); END LOOP;
END $$;
ALTER TABLE "Outbox" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Outbox" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_d9661b24" ON "Outbox" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid)  OR  "TenantId" IS NULL ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid)  OR  "TenantId" IS NULL );
CREATE POLICY "beyond_read_687175b7" ON "Outbox" FOR SELECT USING ((SELECT current_setting('vendorgov.beyond', true) = 'on'));
CREATE POLICY "beyond_mark_a7037e5b" ON "Outbox" FOR UPDATE USING ((SELECT current_setting('vendorgov.beyond', true) = 'on')) WITH CHECK ((SELECT current_setting('vendorgov.beyond', true) = 'on'));
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Outlets"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Outlets"', old); END LOOP;
END $$;
ALTER TABLE "Outlets" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Outlets" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Outlets" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
CREATE POLICY "beyond_read_687175b7" ON "Outlets" FOR SELECT USING ((SELECT current_setting('vendorgov.beyond', true) = 'on'));
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"OwedDocuments"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "OwedDocuments"', old); END LOOP;
END $$;
ALTER TABLE "OwedDocuments" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "OwedDocuments" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "OwedDocuments" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"PersonalNotes"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "PersonalNotes"', old); END LOOP;
END $$;
ALTER TABLE "PersonalNotes" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "PersonalNotes" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "PersonalNotes" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Promises"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Promises"', old); END LOOP;
END $$;
ALTER TABLE "Promises" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Promises" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Promises" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ProtectionRecords"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ProtectionRecords"', old); END LOOP;
END $$;
ALTER TABLE "ProtectionRecords" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ProtectionRecords" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ProtectionRecords" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"QaContacts"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "QaContacts"', old); END LOOP;
END $$;
ALTER TABLE "QaContacts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "QaContacts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "QaContacts" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"QaForms"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "QaForms"', old); END LOOP;
END $$;
ALTER TABLE "QaForms" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "QaForms" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "QaForms" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Reconciliations"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Reconciliations"', old); END LOOP;
END $$;
ALTER TABLE "Reconciliations" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Reconciliations" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Reconciliations" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Referrals"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Referrals"', old); END LOOP;
END $$;
ALTER TABLE "Referrals" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Referrals" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Referrals" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Regions"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Regions"', old); END LOOP;
END $$;
ALTER TABLE "Regions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Regions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Regions" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
CREATE POLICY "beyond_read_687175b7" ON "Regions" FOR SELECT USING ((SELECT current_setting('vendorgov.beyond', true) = 'on'));
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ReplacementRequests"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ReplacementRequests"', old); END LOOP;
END $$;
ALTER TABLE "ReplacementRequests" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ReplacementRequests" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ReplacementRequests" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"RequirementDays"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "RequirementDays"', old); END LOOP;
END $$;
ALTER TABLE "RequirementDays" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "RequirementDays" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "RequirementDays" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"RetentionSettings"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "RetentionSettings"', old); END LOOP;
END $$;
ALTER TABLE "RetentionSettings" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "RetentionSettings" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "RetentionSettings" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Robots"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Robots"', old); END LOOP;
END $$;
ALTER TABLE "Robots" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Robots" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Robots" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
CREATE POLICY "beyond_read_687175b7" ON "Robots" FOR SELECT USING ((SELECT current_setting('vendorgov.beyond', true) = 'on'));
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"SampleDraws"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "SampleDraws"', old); END LOOP;
END $$;
ALTER TABLE "SampleDraws" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SampleDraws" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "SampleDraws" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ScorecardAppeals"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ScorecardAppeals"', old); END LOOP;
END $$;
ALTER TABLE "ScorecardAppeals" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ScorecardAppeals" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ScorecardAppeals" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ScorecardEvents"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ScorecardEvents"', old); END LOOP;
END $$;
ALTER TABLE "ScorecardEvents" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ScorecardEvents" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ScorecardEvents" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ScorecardRhythms"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ScorecardRhythms"', old); END LOOP;
END $$;
ALTER TABLE "ScorecardRhythms" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ScorecardRhythms" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ScorecardRhythms" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Scorecards"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Scorecards"', old); END LOOP;
END $$;
ALTER TABLE "Scorecards" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Scorecards" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Scorecards" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
CREATE POLICY "beyond_read_687175b7" ON "Scorecards" FOR SELECT USING ((SELECT current_setting('vendorgov.beyond', true) = 'on'));
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"SearchEntries"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "SearchEntries"', old); END LOOP;
END $$;
ALTER TABLE "SearchEntries" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SearchEntries" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "SearchEntries" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"SearchGrams"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "SearchGrams"', old); END LOOP;
END $$;
ALTER TABLE "SearchGrams" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SearchGrams" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "SearchGrams" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ShiftChecks"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ShiftChecks"', old); END LOOP;
END $$;
ALTER TABLE "ShiftChecks" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ShiftChecks" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ShiftChecks" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"ShortfallAlarms"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "ShortfallAlarms"', old); END LOOP;
END $$;
ALTER TABLE "ShortfallAlarms" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "ShortfallAlarms" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "ShortfallAlarms" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"SurveyAnswers"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "SurveyAnswers"', old); END LOOP;
END $$;
ALTER TABLE "SurveyAnswers" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "SurveyAnswers" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "SurveyAnswers" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"TermsVersions"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "TermsVersions"', old); END LOOP;
END $$;
ALTER TABLE "TermsVersions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TermsVersions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "TermsVersions" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"TicketTraces"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "TicketTraces"', old); END LOOP;
END $$;
ALTER TABLE "TicketTraces" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TicketTraces" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "TicketTraces" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"TrainingOrderAgents"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "TrainingOrderAgents"', old); END LOOP;
END $$;
ALTER TABLE "TrainingOrderAgents" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TrainingOrderAgents" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "TrainingOrderAgents" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"TrainingOrders"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "TrainingOrders"', old); END LOOP;
END $$;
ALTER TABLE "TrainingOrders" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TrainingOrders" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "TrainingOrders" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"TrainingResults"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "TrainingResults"', old); END LOOP;
END $$;
ALTER TABLE "TrainingResults" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TrainingResults" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "TrainingResults" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"TrainingSessions"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "TrainingSessions"', old); END LOOP;
END $$;
ALTER TABLE "TrainingSessions" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "TrainingSessions" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "TrainingSessions" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"VendorReportCases"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "VendorReportCases"', old); END LOOP;
END $$;
ALTER TABLE "VendorReportCases" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "VendorReportCases" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "VendorReportCases" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"VendorReportRows"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "VendorReportRows"', old); END LOOP;
END $$;
ALTER TABLE "VendorReportRows" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "VendorReportRows" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "VendorReportRows" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"VendorReports"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "VendorReports"', old); END LOOP;
END $$;
ALTER TABLE "VendorReports" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "VendorReports" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "VendorReports" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"Vendors"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "Vendors"', old); END LOOP;
END $$;
ALTER TABLE "Vendors" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "Vendors" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "Vendors" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
CREATE POLICY "beyond_read_687175b7" ON "Vendors" FOR SELECT USING ((SELECT current_setting('vendorgov.beyond', true) = 'on'));
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"WaybillParts"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "WaybillParts"', old); END LOOP;
END $$;
ALTER TABLE "WaybillParts" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WaybillParts" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "WaybillParts" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
DO $$ DECLARE old name; BEGIN
  FOR old IN SELECT polname FROM pg_policy WHERE polrelid = '"WorkNews"'::regclass LOOP EXECUTE format('DROP POLICY %I ON "WorkNews"', old); END LOOP;
END $$;
ALTER TABLE "WorkNews" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "WorkNews" FORCE ROW LEVEL SECURITY;
CREATE POLICY "wall_b75cc81f" ON "WorkNews" USING ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) ) WITH CHECK ( "TenantId" = (SELECT NULLIF(current_setting('vendorgov.tenant', true), '')::uuid) );
COMMIT;
