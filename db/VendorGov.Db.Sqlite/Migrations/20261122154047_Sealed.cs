using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Sealed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Scorecards_ContractId",
                table: "Scorecards");

            migrationBuilder.AddColumn<string>(
                name: "CheckCode",
                table: "Scorecards",
                type: "TEXT",
                unicode: false,
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RevisionReason",
                table: "Scorecards",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Seal",
                table: "Scorecards",
                type: "TEXT",
                unicode: false,
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SealNumber",
                table: "Scorecards",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Scorecards_CheckCode",
                table: "Scorecards",
                column: "CheckCode",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Scorecards_ContractId_SealNumber",
                table: "Scorecards",
                columns: new[] { "ContractId", "SealNumber" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Scorecards_CheckCode",
                table: "Scorecards");

            migrationBuilder.DropIndex(
                name: "IX_Scorecards_ContractId_SealNumber",
                table: "Scorecards");

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

            migrationBuilder.CreateIndex(
                name: "IX_Scorecards_ContractId",
                table: "Scorecards",
                column: "ContractId");
        }
    }
}
