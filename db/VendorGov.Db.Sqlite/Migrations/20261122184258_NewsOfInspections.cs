using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class NewsOfInspections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "IssueId",
                table: "Notices",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "ContractId",
                table: "Notices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Notices",
                type: "TEXT",
                maxLength: 120,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "OutletId",
                table: "Notices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "Notices",
                type: "TEXT",
                unicode: false,
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "SubjectId",
                table: "Notices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ForEvaluationId",
                table: "DraftFiles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "EvaluationId",
                table: "CorrectiveActions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RemindedAt",
                table: "Coachings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "SurveyAnswers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VendorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OutletId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Source = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    ContactAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false),
                    ContactExternalId = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Waybill = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AddedBy = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SurveyAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SurveyAnswers_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WorkNews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    TenantId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VendorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContractId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OutletId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Subject = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    What = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    Mark = table.Column<int>(type: "INTEGER", nullable: false),
                    ActorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkNews", x => x.Id);
                    table.ForeignKey(
                        name: "FK_WorkNews_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_TenantId_SubjectId_At",
                table: "Notices",
                columns: new[] { "TenantId", "SubjectId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_CorrectiveActions_TenantId_EvaluationId",
                table: "CorrectiveActions",
                columns: new[] { "TenantId", "EvaluationId" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_ContractId",
                table: "SurveyAnswers",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_TenantId_ContractId_Date",
                table: "SurveyAnswers",
                columns: new[] { "TenantId", "ContractId", "Date" });

            migrationBuilder.CreateIndex(
                name: "IX_SurveyAnswers_TenantId_ContractId_Source_ExternalId",
                table: "SurveyAnswers",
                columns: new[] { "TenantId", "ContractId", "Source", "ExternalId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkNews_ContractId",
                table: "WorkNews",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkNews_TenantId_At",
                table: "WorkNews",
                columns: new[] { "TenantId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SurveyAnswers");

            migrationBuilder.DropTable(
                name: "WorkNews");

            migrationBuilder.DropIndex(
                name: "IX_Notices_TenantId_SubjectId_At",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_CorrectiveActions_TenantId_EvaluationId",
                table: "CorrectiveActions");

            migrationBuilder.DropColumn(
                name: "ContractId",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "OutletId",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "SubjectId",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "ForEvaluationId",
                table: "DraftFiles");

            migrationBuilder.DropColumn(
                name: "EvaluationId",
                table: "CorrectiveActions");

            migrationBuilder.DropColumn(
                name: "RemindedAt",
                table: "Coachings");

            migrationBuilder.AlterColumn<Guid>(
                name: "IssueId",
                table: "Notices",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);
        }
    }
}
