using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class IssueHandling : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Attribution",
                table: "Issues",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AttributionReason",
                table: "Issues",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "BuyerContactId",
                table: "Issues",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "BuyerContactName",
                table: "Issues",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Contest",
                table: "Issues",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContestState",
                table: "Issues",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Emergency",
                table: "Issues",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FiledBySide",
                table: "Issues",
                type: "varchar(40)",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "RegulatorNumber",
                table: "Issues",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReplyBy",
                table: "Issues",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SilenceRemindedAt",
                table: "Issues",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "VendorContactId",
                table: "Issues",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VendorContactName",
                table: "Issues",
                type: "nvarchar(120)",
                maxLength: 120,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IssueId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    MessageId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Side = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    IsInternal = table.Column<bool>(type: "bit", nullable: false),
                    AddedByName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Attachments_Issues_IssueId",
                        column: x => x.IssueId,
                        principalTable: "Issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ChecklistItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IssueId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "varchar(20)", unicode: false, maxLength: 20, nullable: false),
                    Owner = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    NeedsProof = table.Column<bool>(type: "bit", nullable: false),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DoneByName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    Proof = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: true),
                    Overruled = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChecklistItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ChecklistItems_Issues_IssueId",
                        column: x => x.IssueId,
                        principalTable: "Issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ClockWaivers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IssueId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ObligationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    AskedByName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Approved = table.Column<bool>(type: "bit", nullable: true),
                    DecidedByName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecisionWords = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClockWaivers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClockWaivers_Issues_IssueId",
                        column: x => x.IssueId,
                        principalTable: "Issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "DraftFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ForIssueId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "varchar(64)", unicode: false, maxLength: 64, nullable: false),
                    Bytes = table.Column<long>(type: "bigint", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DraftFiles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "EmergencyDrills",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ContractId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Scenario = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Participants = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    MinutesToReport = table.Column<int>(type: "int", nullable: false),
                    Findings = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    RecordedByName = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EmergencyDrills", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EmergencyDrills_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IssueFollowers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IssueId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Side = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Watches = table.Column<bool>(type: "bit", nullable: false),
                    MentionedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    FirstReadAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    LastReadAt = table.Column<DateTime>(type: "datetime2", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IssueFollowers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IssueFollowers_Issues_IssueId",
                        column: x => x.IssueId,
                        principalTable: "Issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonalNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "varchar(40)", unicode: false, maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Body = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonalNotes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WaybillParts",
                columns: table => new
                {
                    IssueId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Part = table.Column<string>(type: "varchar(8)", unicode: false, maxLength: 8, nullable: false),
                    TenantId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    VendorId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    OutletId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WaybillParts", x => new { x.IssueId, x.Part });
                    table.ForeignKey(
                        name: "FK_WaybillParts_Issues_IssueId",
                        column: x => x.IssueId,
                        principalTable: "Issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Issues_TenantId_ContestState",
                table: "Issues",
                columns: new[] { "TenantId", "ContestState" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_IssueId_At",
                table: "Attachments",
                columns: new[] { "IssueId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Attachments_TenantId_Sha256",
                table: "Attachments",
                columns: new[] { "TenantId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistItems_IssueId_Position",
                table: "ChecklistItems",
                columns: new[] { "IssueId", "Position" });

            migrationBuilder.CreateIndex(
                name: "IX_ChecklistItems_TenantId_DoneAt_DueAt",
                table: "ChecklistItems",
                columns: new[] { "TenantId", "DoneAt", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ClockWaivers_IssueId",
                table: "ClockWaivers",
                column: "IssueId");

            migrationBuilder.CreateIndex(
                name: "IX_ClockWaivers_TenantId_Approved",
                table: "ClockWaivers",
                columns: new[] { "TenantId", "Approved" });

            migrationBuilder.CreateIndex(
                name: "IX_DraftFiles_TenantId_Sha256",
                table: "DraftFiles",
                columns: new[] { "TenantId", "Sha256" });

            migrationBuilder.CreateIndex(
                name: "IX_DraftFiles_TenantId_UserId_ForIssueId",
                table: "DraftFiles",
                columns: new[] { "TenantId", "UserId", "ForIssueId" });

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyDrills_ContractId",
                table: "EmergencyDrills",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_EmergencyDrills_TenantId_ContractId_HeldOn",
                table: "EmergencyDrills",
                columns: new[] { "TenantId", "ContractId", "HeldOn" });

            migrationBuilder.CreateIndex(
                name: "IX_IssueFollowers_IssueId_UserId",
                table: "IssueFollowers",
                columns: new[] { "IssueId", "UserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_IssueFollowers_TenantId_UserId_Watches",
                table: "IssueFollowers",
                columns: new[] { "TenantId", "UserId", "Watches" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonalNotes_TenantId_UserId_Kind",
                table: "PersonalNotes",
                columns: new[] { "TenantId", "UserId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_WaybillParts_TenantId_Part",
                table: "WaybillParts",
                columns: new[] { "TenantId", "Part" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropTable(
                name: "ChecklistItems");

            migrationBuilder.DropTable(
                name: "ClockWaivers");

            migrationBuilder.DropTable(
                name: "DraftFiles");

            migrationBuilder.DropTable(
                name: "EmergencyDrills");

            migrationBuilder.DropTable(
                name: "IssueFollowers");

            migrationBuilder.DropTable(
                name: "PersonalNotes");

            migrationBuilder.DropTable(
                name: "WaybillParts");

            migrationBuilder.DropIndex(
                name: "IX_Issues_TenantId_ContestState",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "Attribution",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "AttributionReason",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "BuyerContactId",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "BuyerContactName",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "Contest",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "ContestState",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "Emergency",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "FiledBySide",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "RegulatorNumber",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "ReplyBy",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "SilenceRemindedAt",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "VendorContactId",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "VendorContactName",
                table: "Issues");
        }
    }
}
