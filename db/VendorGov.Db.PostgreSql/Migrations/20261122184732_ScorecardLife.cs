using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ScorecardLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "CorrectedAt",
                table: "Scorecards",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReviewClosedAt",
                table: "Scorecards",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReviewDueAt",
                table: "Scorecards",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReviewOpenedAt",
                table: "Scorecards",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RulingDueAt",
                table: "Scorecards",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CreditClaims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VendorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    ScorecardId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<string>(type: "character varying(7)", unicode: false, maxLength: 7, nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Currency = table.Column<string>(type: "character varying(3)", unicode: false, maxLength: 3, nullable: false),
                    Amount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    SettledAmount = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    ClaimedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    AgreedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AgreedBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    SettledBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    InvoiceReference = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CreditClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CreditClaims_Scorecards_ScorecardId",
                        column: x => x.ScorecardId,
                        principalTable: "Scorecards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScorecardAppeals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VendorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    ScorecardId = table.Column<Guid>(type: "uuid", nullable: false),
                    Month = table.Column<string>(type: "character varying(7)", unicode: false, maxLength: 7, nullable: false),
                    Code = table.Column<string>(type: "character varying(8)", unicode: false, maxLength: 8, nullable: false),
                    ObligationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ObligationKind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    Reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: true),
                    Grounds = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    ClaimedNumerator = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    ClaimedDenominator = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    Evidence = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    FiledBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    FiledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    RuledNumerator = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    RuledDenominator = table.Column<decimal>(type: "numeric(18,4)", precision: 18, scale: 4, nullable: true),
                    Ruling = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    RuledBy = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    RuledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Effect = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScorecardAppeals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScorecardAppeals_Scorecards_ScorecardId",
                        column: x => x.ScorecardId,
                        principalTable: "Scorecards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScorecardEvents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    VendorId = table.Column<Guid>(type: "uuid", nullable: false),
                    ContractId = table.Column<Guid>(type: "uuid", nullable: false),
                    ScorecardId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: false),
                    ActorId = table.Column<Guid>(type: "uuid", nullable: true),
                    ByName = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Code = table.Column<string>(type: "character varying(8)", unicode: false, maxLength: 8, nullable: true),
                    Words = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Side = table.Column<string>(type: "character varying(40)", unicode: false, maxLength: 40, nullable: true),
                    ToldAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScorecardEvents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScorecardEvents_Scorecards_ScorecardId",
                        column: x => x.ScorecardId,
                        principalTable: "Scorecards",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScorecardRhythms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    TenantId = table.Column<Guid>(type: "uuid", nullable: false),
                    DraftingDay = table.Column<int>(type: "integer", nullable: false),
                    HoldDays = table.Column<int>(type: "integer", nullable: false),
                    ReviewDays = table.Column<int>(type: "integer", nullable: false),
                    RulingDays = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScorecardRhythms", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CreditClaims_ScorecardId",
                table: "CreditClaims",
                column: "ScorecardId");

            migrationBuilder.CreateIndex(
                name: "IX_CreditClaims_TenantId_ContractId_Month",
                table: "CreditClaims",
                columns: new[] { "TenantId", "ContractId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CreditClaims_TenantId_State",
                table: "CreditClaims",
                columns: new[] { "TenantId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ScorecardAppeals_ContractId_Month",
                table: "ScorecardAppeals",
                columns: new[] { "ContractId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_ScorecardAppeals_ScorecardId",
                table: "ScorecardAppeals",
                column: "ScorecardId");

            migrationBuilder.CreateIndex(
                name: "IX_ScorecardAppeals_TenantId_State_DueAt",
                table: "ScorecardAppeals",
                columns: new[] { "TenantId", "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ScorecardEvents_ScorecardId_At",
                table: "ScorecardEvents",
                columns: new[] { "ScorecardId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ScorecardEvents_TenantId_ToldAt",
                table: "ScorecardEvents",
                columns: new[] { "TenantId", "ToldAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ScorecardRhythms_TenantId",
                table: "ScorecardRhythms",
                column: "TenantId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CreditClaims");

            migrationBuilder.DropTable(
                name: "ScorecardAppeals");

            migrationBuilder.DropTable(
                name: "ScorecardEvents");

            migrationBuilder.DropTable(
                name: "ScorecardRhythms");

            migrationBuilder.DropColumn(
                name: "CorrectedAt",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "ReviewClosedAt",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "ReviewDueAt",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "ReviewOpenedAt",
                table: "Scorecards");

            migrationBuilder.DropColumn(
                name: "RulingDueAt",
                table: "Scorecards");
        }
    }
}
