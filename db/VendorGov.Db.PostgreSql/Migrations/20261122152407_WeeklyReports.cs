using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class WeeklyReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "VendorReports",
                type: "character varying(8)",
                unicode: false,
                maxLength: 8,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(7)",
                oldUnicode: false,
                oldMaxLength: 7);

            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "Reconciliations",
                type: "character varying(8)",
                unicode: false,
                maxLength: 8,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(7)",
                oldUnicode: false,
                oldMaxLength: 7);

            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "OwedDocuments",
                type: "character varying(8)",
                unicode: false,
                maxLength: 8,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(7)",
                oldUnicode: false,
                oldMaxLength: 7);

            migrationBuilder.AlterColumn<string>(
                name: "ReportMonth",
                table: "Obligations",
                type: "character varying(8)",
                unicode: false,
                maxLength: 8,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(7)",
                oldUnicode: false,
                oldMaxLength: 7,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "From",
                table: "DocumentDemands",
                type: "character varying(8)",
                unicode: false,
                maxLength: 8,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(7)",
                oldUnicode: false,
                oldMaxLength: 7);

            migrationBuilder.CreateIndex(
                name: "IX_Amendments_TenantId_ContractId",
                table: "Amendments",
                columns: new[] { "TenantId", "ContractId" },
                unique: true,
                filter: "\"State\" = 'Proposed'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Amendments_TenantId_ContractId",
                table: "Amendments");

            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "VendorReports",
                type: "character varying(7)",
                unicode: false,
                maxLength: 7,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(8)",
                oldUnicode: false,
                oldMaxLength: 8);

            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "Reconciliations",
                type: "character varying(7)",
                unicode: false,
                maxLength: 7,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(8)",
                oldUnicode: false,
                oldMaxLength: 8);

            migrationBuilder.AlterColumn<string>(
                name: "Month",
                table: "OwedDocuments",
                type: "character varying(7)",
                unicode: false,
                maxLength: 7,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(8)",
                oldUnicode: false,
                oldMaxLength: 8);

            migrationBuilder.AlterColumn<string>(
                name: "ReportMonth",
                table: "Obligations",
                type: "character varying(7)",
                unicode: false,
                maxLength: 7,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(8)",
                oldUnicode: false,
                oldMaxLength: 8,
                oldNullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "From",
                table: "DocumentDemands",
                type: "character varying(7)",
                unicode: false,
                maxLength: 7,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(8)",
                oldUnicode: false,
                oldMaxLength: 8);
        }
    }
}
