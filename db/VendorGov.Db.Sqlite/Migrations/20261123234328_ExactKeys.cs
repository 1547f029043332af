using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ExactKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
