using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WeeklyReports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
        }
    }
}
