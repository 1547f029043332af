using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class InspectionsWeeksSeals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Scorecards_ContractId",
                table: "Scorecards");

            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "VendorReports",
                type: "varchar(8)",
                unicode: false,
                maxLength: 8,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "varchar(7)",
                oldUnicode: false,
                oldMaxLength: 7);

            migrationBuilder.AddColumn<string>(
                name: "CheckCode",
                table: "Scorecards",
                type: "varchar(32)",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RevisionReason",
                table: "Scorecards",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Seal",
                table: "Scorecards",
                type: "varchar(64)",
                unicode: false,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SealNumber",
                table: "Scorecards",
                type: "int",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "Reconciliations",
                type: "varchar(8)",
                unicode: false,
                maxLength: 8,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "varchar(7)",
                oldUnicode: false,
                oldMaxLength: 7);

            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "OwedDocuments",
                type: "varchar(8)",
                unicode: false,
                maxLength: 8,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "varchar(7)",
                oldUnicode: false,
                oldMaxLength: 7);

            migrationBuilder.AlterColumn<string>(
                name: "ReportMonth",
                table: "Obligations",
                type: "varchar(8)",
                unicode: false,
                maxLength: 8,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "varchar(7)",
                oldUnicode: false,
                oldMaxLength: 7,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "From",
                table: "DocumentDemands",
                type: "varchar(8)",
                unicode: false,
                maxLength: 8,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "varchar(7)",
                oldUnicode: false,
                oldMaxLength: 7);

            migrationBuilder.CreateTable(
                name: "CorrectiveActions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Demand = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Origin = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    MetricCode = table.Column<string>(type: "varchar(10)", unicode: false, maxLength: 10, nullable: true),
                    Month = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: true),
                    Until = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    PlanOwedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ActionOwedId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Plan = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Notes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Verifications = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    DemandedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    DemandedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Level = table.Column<int>(type: "int", nullable: false),
                    NextClimbAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CorrectiveActions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CorrectiveActions_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectiveActions_Obligations_ActionOwedId",
                        column: x => x.ActionOwedId,
                        principalTable: "Obligations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CorrectiveActions_Obligations_PlanOwedId",
                        column: x => x.PlanOwedId,
                        principalTable: "Obligations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ItemPlans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    Month = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    BeforeFull = table.Column<int>(type: "int", nullable: false),
                    BeforeScored = table.Column<int>(type: "int", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Measure = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    TrainedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    PlannedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    AfterFull = table.Column<int>(type: "int", nullable: false),
                    AfterScored = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ItemPlans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ItemPlans_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QaContacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Agent = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AgentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Channel = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Hour = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Waybill = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    DurationSeconds = table.Column<int>(type: "int", nullable: true),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Source = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    ExternalId = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Recording = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Transcript = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    AddedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ShownAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QaContacts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_QaContacts_Agents_AgentId",
                        column: x => x.AgentId,
                        principalTable: "Agents",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_QaContacts_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "QaForms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QaForms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SampleDraws",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Month = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Seed = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Plan = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Frame = table.Column<byte[]>(type: "varbinary(max)", nullable: false),
                    FrameCount = table.Column<int>(type: "int", nullable: false),
                    FrameSha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Picks = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    DrawnBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    DrawnAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SampleDraws", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SampleDraws_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CalibrationRounds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    FormId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Contacts = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Reviewers = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    OpenedBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalibrationRounds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalibrationRounds_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CalibrationRounds_QaForms_FormId",
                        column: x => x.FormId,
                        principalTable: "QaForms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Evaluations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContactId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Agent = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AgentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Month = table.Column<string>(type: "varchar(7)", unicode: false, maxLength: 7, nullable: false),
                    FormId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Purpose = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Stratum = table.Column<string>(type: "nvarchar(160)", maxLength: 160, nullable: true),
                    DrawId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    RoundId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CoachingId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    OriginalId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    ReviewerName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    ReviewerSide = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Answers = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Summary = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    DraftedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    SkippedReason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    ShownAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Rulings = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    Raw = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Score = table.Column<decimal>(type: "decimal(18,4)", precision: 18, scale: 4, nullable: true),
                    Passed = table.Column<bool>(type: "bit", nullable: false),
                    HasFatal = table.Column<bool>(type: "bit", nullable: false),
                    CapsGrade = table.Column<bool>(type: "bit", nullable: false),
                    BrandFull = table.Column<int>(type: "int", nullable: false),
                    BrandScored = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Evaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Evaluations_QaContacts_ContactId",
                        column: x => x.ContactId,
                        principalTable: "QaContacts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Evaluations_QaForms_FormId",
                        column: x => x.FormId,
                        principalTable: "QaForms",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Appeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(4)", maxLength: 4, nullable: false),
                    Given = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Wanted = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: true),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Evidence = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    FiledBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    FiledAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Climbs = table.Column<int>(type: "int", nullable: false),
                    Answer = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    AnsweredById = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    AnsweredBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FinalReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    FinalAnswer = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    FinalBy = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    FinalAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Appeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Appeals_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Coachings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Agent = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    AgentId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    State = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    HeldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Coach = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    Notes = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    AcknowledgedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Witness = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Resampled = table.Column<int>(type: "int", nullable: false),
                    ResamplePassed = table.Column<int>(type: "int", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Coachings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Coachings_Evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "Evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Scorecards_CheckCode",
                table: "Scorecards",
                column: "CheckCode",
                unique: true,
                filter: "[CheckCode] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Scorecards_ContractId_SealNumber",
                table: "Scorecards",
                columns: new[] { "ContractId", "SealNumber" },
                unique: true,
                filter: "[SealNumber] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_TenantId_ContractId",
                table: "Amendments",
                columns: new[] { "TenantId", "ContractId" },
                unique: true,
                filter: "\"State\" = 'Proposed'");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_EvaluationId",
                table: "Appeals",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_TenantId_EvaluationId_Code",
                table: "Appeals",
                columns: new[] { "TenantId", "EvaluationId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Appeals_TenantId_State_DueAt",
                table: "Appeals",
                columns: new[] { "TenantId", "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_CalibrationRounds_ContractId",
                table: "CalibrationRounds",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_CalibrationRounds_FormId",
                table: "CalibrationRounds",
                column: "FormId");

            migrationBuilder.CreateIndex(
                name: "IX_CalibrationRounds_TenantId_ContractId_OpenedAt",
                table: "CalibrationRounds",
                columns: new[] { "TenantId", "ContractId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Coachings_EvaluationId",
                table: "Coachings",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_Coachings_TenantId_ContractId_State",
                table: "Coachings",
                columns: new[] { "TenantId", "ContractId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Coachings_TenantId_EvaluationId",
                table: "Coachings",
                columns: new[] { "TenantId", "EvaluationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_ActionOwedId",
                table: "CorrectiveActions",
                column: "ActionOwedId");

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_ContractId",
                table: "CorrectiveActions",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_PlanOwedId",
                table: "CorrectiveActions",
                column: "PlanOwedId");

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_ActionOwedId",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "ActionOwedId" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_ContractId_State",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "ContractId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_Number",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_ContactId",
                table: "Evaluations",
                column: "ContactId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_FormId",
                table: "Evaluations",
                column: "FormId");

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_TenantId_CoachingId",
                table: "Evaluations",
                columns: new[] { "TenantId", "CoachingId" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_TenantId_ContactId",
                table: "Evaluations",
                columns: new[] { "TenantId", "ContactId" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_TenantId_ContractId_Month_State",
                table: "Evaluations",
                columns: new[] { "TenantId", "ContractId", "Month", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Evaluations_TenantId_RoundId",
                table: "Evaluations",
                columns: new[] { "TenantId", "RoundId" });

            migrationBuilder.CreateIndex(
                name: "IX_ItemPlans_ContractId",
                table: "ItemPlans",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_ItemPlans_TenantId_ContractId_Month_Code",
                table: "ItemPlans",
                columns: new[] { "TenantId", "ContractId", "Month", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QaContacts_AgentId",
                table: "QaContacts",
                column: "AgentId");

            migrationBuilder.CreateIndex(
                name: "IX_QaContacts_ContractId",
                table: "QaContacts",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_QaContacts_TenantId_ContractId_Date",
                table: "QaContacts",
                columns: new[] { "TenantId", "ContractId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_QaContacts_TenantId_ContractId_ExternalId",
                table: "QaContacts",
                columns: new[] { "TenantId", "ContractId", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_QaForms_TenantId_Number",
                table: "QaForms",
                columns: new[] { "TenantId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SampleDraws_ContractId",
                table: "SampleDraws",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_SampleDraws_TenantId_ContractId_Month_Number",
                table: "SampleDraws",
                columns: new[] { "TenantId", "ContractId", "Month", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Appeals");

            migrationBuilder.DropTable(
                name: "CalibrationRounds");

            migrationBuilder.DropTable(
                name: "Coachings");

            migrationBuilder.DropTable(
                name: "CorrectiveActions");

            migrationBuilder.DropTable(
                name: "ItemPlans");

            migrationBuilder.DropTable(
                name: "SampleDraws");

            migrationBuilder.DropTable(
                name: "Evaluations");

            migrationBuilder.DropTable(
                name: "QaContacts");

            migrationBuilder.DropTable(
                name: "QaForms");

            migrationBuilder.DropIndex(
                name: "IX_Scorecards_CheckCode",
                table: "Scorecards");

            migrationBuilder.DropIndex(
                name: "IX_Scorecards_ContractId_SealNumber",
                table: "Scorecards");

            migrationBuilder.DropIndex(
                name: "IX_Amendments_TenantId_ContractId",
                table: "Amendments");

            migrationBuilder.DropColumn(
                name: "CheckCode",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "RevisionReason",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "SealNumber",
                table: "Scorecards");

            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "VendorReports",
                type: "varchar(7)",
                unicode: false,
                maxLength: 7,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "varchar(8)",
                oldUnicode: false,
                oldMaxLength: 8);

            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "Reconciliations",
                type: "varchar(7)",
                unicode: false,
                maxLength: 7,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "varchar(8)",
                oldUnicode: false,
                oldMaxLength: 8);

            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "OwedDocuments",
                type: "varchar(7)",
                unicode: false,
                maxLength: 7,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "varchar(8)",
                oldUnicode: false,
                oldMaxLength: 8);

            migrationBuilder.AlterColumn<string>(
                name: "ReportMonth",
                table: "Obligations",
                type: "varchar(7)",
                unicode: false,
                maxLength: 7,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "varchar(8)",
                oldUnicode: false,
                oldMaxLength: 8,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "From",
                table: "DocumentDemands",
                type: "varchar(7)",
                unicode: false,
                maxLength: 7,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "varchar(8)",
                oldUnicode: false,
                oldMaxLength: 8);

            migrationBuilder.CreateIndex(
                name: "IX_Scorecards_ContractId",
                table: "Scorecards",
                column: "ContractId");
        }
    }
}
