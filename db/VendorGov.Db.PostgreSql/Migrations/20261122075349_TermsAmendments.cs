using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class TermsAmendments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Reason",
                table: "ExemptWindows",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(400)",
                oldMaxLength: 400);

            migrationBuilder.AddColumn<string>(
                name: "OutletIds",
                table: "ExemptWindows",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Contacts",
                table: "Contracts",
                type: "text",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "Amendments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VendorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    BasedOn = table.Column<Guid>(type: "uuid", nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "date", nullable: false),
                    Terms = table.Column<string>(type: "text", nullable: false),
                    ServiceCalendarId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficeCalendarId = table.Column<Guid>(type: "uuid", nullable: false),
                    Note = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ProposedBySide = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    ProposedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ProposedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    AgreedNumber = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Amendments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Amendments_CalendarVersions_OfficeCalendarId",
                        column: x => x.OfficeCalendarId,
                        principalTable: "CalendarVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Amendments_CalendarVersions_ServiceCalendarId",
                        column: x => x.ServiceCalendarId,
                        principalTable: "CalendarVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Amendments_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Amendments_TermsVersions_BasedOn",
                        column: x => x.BasedOn,
                        principalTable: "TermsVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ExemptRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VendorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    To = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Cause = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    OutletIds = table.Column<string>(type: "text", nullable: true),
                    Proof = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    AskedBySide = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    AskedByHeadquarters = table.Column<bool>(type: "boolean", nullable: false),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecisionNote = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    WindowId = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExemptRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ExemptRequests_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ExemptRequests_ExemptWindows_WindowId",
                        column: x => x.WindowId,
                        principalTable: "ExemptWindows",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProtectionRecords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VendorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Findings = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    NextDueOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecordedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProtectionRecords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProtectionRecords_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_BasedOn",
                table: "Amendments",
                column: "BasedOn");

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_ContractId",
                table: "Amendments",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_OfficeCalendarId",
                table: "Amendments",
                column: "OfficeCalendarId");

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_ServiceCalendarId",
                table: "Amendments",
                column: "ServiceCalendarId");

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_TenantId_ContractId_State",
                table: "Amendments",
                columns: new[] { "TenantId", "ContractId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ExemptRequests_ContractId",
                table: "ExemptRequests",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_ExemptRequests_TenantId_ContractId",
                table: "ExemptRequests",
                columns: new[] { "TenantId", "ContractId" });

            migrationBuilder.CreateIndex(
                name: "IX_ExemptRequests_TenantId_State_AskedAt",
                table: "ExemptRequests",
                columns: new[] { "TenantId", "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ExemptRequests_WindowId",
                table: "ExemptRequests",
                column: "WindowId");

            migrationBuilder.CreateIndex(
                name: "IX_ProtectionRecords_ContractId",
                table: "ProtectionRecords",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_ProtectionRecords_TenantId_ContractId_HeldOn",
                table: "ProtectionRecords",
                columns: new[] { "TenantId", "ContractId", "HeldOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Amendments");

            migrationBuilder.DropTable(
                name: "ExemptRequests");

            migrationBuilder.DropTable(
                name: "ProtectionRecords");

            migrationBuilder.DropColumn(
                name: "OutletIds",
                table: "ExemptWindows");

            migrationBuilder.DropColumn(
                name: "Contacts",
                table: "Contracts");

            migrationBuilder.AlterColumn<string>(
                name: "Reason",
                table: "ExemptWindows",
                type: "character varying(400)",
                maxLength: 400,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(1000)",
                oldMaxLength: 1000);
        }
    }
}
