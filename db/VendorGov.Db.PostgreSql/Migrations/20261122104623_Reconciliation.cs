using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Reconciliation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Obligations_TenantId_ContractId_ReportMonth",
                table: "Obligations");

            migrationBuilder.AddColumn<int>(
                name: "CaseCount",
                table: "VendorReports",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedAt",
                table: "Obligations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReportKind",
                table: "Obligations",
                type: "character varying(40)",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "Data");

            migrationBuilder.CreateTable(
                name: "DocumentDemands",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VendorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    From = table.Column<string>(type: "character varying(7)", unicode: false, maxLength: 7, nullable: false),
                    WorkingDay = table.Column<int>(type: "integer", nullable: false),
                    LocalTime = table.Column<string>(type: "character varying(5)", unicode: false, maxLength: 5, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DocumentDemands", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DocumentDemands_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OwedDocuments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VendorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    ObligationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Month = table.Column<string>(type: "character varying(7)", unicode: false, maxLength: 7, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    FileSha256 = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: true),
                    FileSize = table.Column<long>(type: "bigint", nullable: true),
                    SubmittedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwedDocuments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OwedDocuments_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OwedDocuments_Obligations_ObligationId",
                        column: x => x.ObligationId,
                        principalTable: "Obligations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Reconciliations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VendorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<string>(type: "character varying(7)", unicode: false, maxLength: 7, nullable: false),
                    RunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    Lines = table.Column<string>(type: "text", nullable: false),
                    Fields = table.Column<int>(type: "integer", nullable: false),
                    Within = table.Column<int>(type: "integer", nullable: false),
                    IssueId = table.Column<Guid>(type: "uuid", nullable: true),
                    Explanation = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    ExplainedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    ExplainedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Decision = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    DecidedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Reconciliations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Reconciliations_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reconciliations_Issues_IssueId",
                        column: x => x.IssueId,
                        principalTable: "Issues",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Reconciliations_VendorReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "VendorReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "VendorReportCases",
                columns: table => new
                {
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VendorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    OutletId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    SheetRow = table.Column<int>(type: "integer", nullable: false),
                    Waybill = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Ticket = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Channel = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Escalated = table.Column<bool>(type: "boolean", nullable: true),
                    Reason = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VendorReportCases", x => new { x.ReportId, x.Number });
                    table.ForeignKey(
                        name: "FK_VendorReportCases_Outlets_OutletId",
                        column: x => x.OutletId,
                        principalTable: "Outlets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_VendorReportCases_VendorReports_ReportId",
                        column: x => x.ReportId,
                        principalTable: "VendorReports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "TicketTraces",
                columns: table => new
                {
                    ReportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VendorId = table.Column<Guid>(type: "uuid", nullable: false),
                    OutletId = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Result = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    TracedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    TracedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TicketTraces", x => new { x.ReportId, x.Number });
                    table.ForeignKey(
                        name: "FK_TicketTraces_VendorReportCases_ReportId_Number",
                        columns: x => new { x.ReportId, x.Number },
                        principalTable: "VendorReportCases",
                        principalColumns: new[] { "ReportId", "Number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_TenantId_ContractId_ReportMonth_ReportKind",
                table: "Obligations",
                columns: new[] { "TenantId", "ContractId", "ReportMonth", "ReportKind" },
                unique: true,
                filter: "\"Kind\" = 'DeliverReport' AND \"ReportMonth\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentDemands_ContractId",
                table: "DocumentDemands",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_DocumentDemands_TenantId_ContractId_Kind",
                table: "DocumentDemands",
                columns: new[] { "TenantId", "ContractId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_OwedDocuments_ContractId",
                table: "OwedDocuments",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_OwedDocuments_ObligationId",
                table: "OwedDocuments",
                column: "ObligationId");

            migrationBuilder.CreateIndex(
                name: "IX_OwedDocuments_TenantId_ContractId_Month_Kind",
                table: "OwedDocuments",
                columns: new[] { "TenantId", "ContractId", "Month", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reconciliations_ContractId",
                table: "Reconciliations",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_Reconciliations_IssueId",
                table: "Reconciliations",
                column: "IssueId");

            migrationBuilder.CreateIndex(
                name: "IX_Reconciliations_ReportId",
                table: "Reconciliations",
                column: "ReportId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Reconciliations_TenantId_ContractId_Month",
                table: "Reconciliations",
                columns: new[] { "TenantId", "ContractId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_TicketTraces_TenantId_ReportId_Place",
                table: "TicketTraces",
                columns: new[] { "TenantId", "ReportId", "Place" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VendorReportCases_OutletId",
                table: "VendorReportCases",
                column: "OutletId");

            migrationBuilder.CreateIndex(
                name: "IX_VendorReportCases_TenantId_ContractId_Waybill",
                table: "VendorReportCases",
                columns: new[] { "TenantId", "ContractId", "Waybill" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DocumentDemands");

            migrationBuilder.DropTable(
                name: "OwedDocuments");

            migrationBuilder.DropTable(
                name: "Reconciliations");

            migrationBuilder.DropTable(
                name: "TicketTraces");

            migrationBuilder.DropTable(
                name: "VendorReportCases");

            migrationBuilder.DropIndex(
                name: "IX_Obligations_TenantId_ContractId_ReportMonth_ReportKind",
                table: "Obligations");

            migrationBuilder.DropColumn(
                name: "CaseCount",
                table: "VendorReports");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "Obligations");

            migrationBuilder.DropColumn(
                name: "ReportKind",
                table: "Obligations");

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_TenantId_ContractId_ReportMonth",
                table: "Obligations",
                columns: new[] { "TenantId", "ContractId", "ReportMonth" });
        }
    }
}
