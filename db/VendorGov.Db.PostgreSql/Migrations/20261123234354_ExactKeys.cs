using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ExactKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Cut in another way from now on; those of older entries come back within the hour (SearchCatchUp).
            migrationBuilder.Sql("TRUNCATE TABLE \"SearchGrams\";");

            migrationBuilder.AlterColumn<string>(
                name: "Gram",
                table: "SearchGrams",
                type: "character varying(4)",
                maxLength: 4,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(2)",
                oldMaxLength: 2);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // Cut in another way from now on; those of older entries come back within the hour (SearchCatchUp).
            migrationBuilder.Sql("TRUNCATE TABLE \"SearchGrams\";");

            migrationBuilder.AlterColumn<string>(
                name: "Gram",
                table: "SearchGrams",
                type: "character varying(2)",
                maxLength: 2,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(4)",
                oldMaxLength: 4);
        }
    }
}
