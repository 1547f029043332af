using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace VendorGov.Db.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class RanksFatalIssuesPasskeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Obligations_IssueId",
                table: "Obligations");

            migrationBuilder.DropIndex(
                name: "IX_Issues_TenantId_OutletId_State",
                table: "Issues");

            migrationBuilder.DropIndex(
                name: "IX_Issues_TenantId_ProblemType_State",
                table: "Issues");

            migrationBuilder.DropIndex(
                name: "IX_Issues_TenantId_VendorId_State",
                table: "Issues");

            migrationBuilder.AddColumn<string>(
                name: "Known",
                table: "NoticeSettings",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsAnswer",
                table: "Issues",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "FatalAt",
                table: "Issues",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FatalLiftedAt",
                table: "Issues",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NearestDueAt",
                table: "Issues",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Rank",
                table: "Issues",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "varbinary(900)", maxLength: 900, nullable: false),
                    UserId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Data = table.Column<string>(type: "nvarchar(max)", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_IssueId_TenantId_State_DueAt",
                table: "Obligations",
                columns: new[] { "IssueId", "TenantId", "State", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Issues_TenantId_OutletId_Rank_NearestDueAt",
                table: "Issues",
                columns: new[] { "TenantId", "OutletId", "Rank", "NearestDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Issues_TenantId_OutletId_UpdatedAt",
                table: "Issues",
                columns: new[] { "TenantId", "OutletId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Issues_TenantId_ProblemType_UpdatedAt",
                table: "Issues",
                columns: new[] { "TenantId", "ProblemType", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Issues_TenantId_Rank_NearestDueAt_Id",
                table: "Issues",
                columns: new[] { "TenantId", "Rank", "NearestDueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Issues_TenantId_UpdatedAt",
                table: "Issues",
                columns: new[] { "TenantId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Issues_TenantId_VendorId_Rank_NearestDueAt",
                table: "Issues",
                columns: new[] { "TenantId", "VendorId", "Rank", "NearestDueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Issues_TenantId_VendorId_UpdatedAt",
                table: "Issues",
                columns: new[] { "TenantId", "VendorId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropIndex(
                name: "IX_Obligations_IssueId_TenantId_State_DueAt",
                table: "Obligations");

            migrationBuilder.DropIndex(
                name: "IX_Issues_TenantId_OutletId_Rank_NearestDueAt",
                table: "Issues");

            migrationBuilder.DropIndex(
                name: "IX_Issues_TenantId_OutletId_UpdatedAt",
                table: "Issues");

            migrationBuilder.DropIndex(
                name: "IX_Issues_TenantId_ProblemType_UpdatedAt",
                table: "Issues");

            migrationBuilder.DropIndex(
                name: "IX_Issues_TenantId_Rank_NearestDueAt_Id",
                table: "Issues");

            migrationBuilder.DropIndex(
                name: "IX_Issues_TenantId_UpdatedAt",
                table: "Issues");

            migrationBuilder.DropIndex(
                name: "IX_Issues_TenantId_VendorId_Rank_NearestDueAt",
                table: "Issues");

            migrationBuilder.DropIndex(
                name: "IX_Issues_TenantId_VendorId_UpdatedAt",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "Known",
                table: "NoticeSettings");

            migrationBuilder.DropColumn(
                name: "AwaitsAnswer",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "FatalAt",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "FatalLiftedAt",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "NearestDueAt",
                table: "Issues");

            migrationBuilder.DropColumn(
                name: "Rank",
                table: "Issues");

            migrationBuilder.CreateIndex(
                name: "IX_Obligations_IssueId",
                table: "Obligations",
                column: "IssueId");

            migrationBuilder.CreateIndex(
                name: "IX_Issues_TenantId_OutletId_State",
                table: "Issues",
                columns: new[] { "TenantId", "OutletId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Issues_TenantId_ProblemType_State",
                table: "Issues",
                columns: new[] { "TenantId", "ProblemType", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Issues_TenantId_VendorId_State",
                table: "Issues",
                columns: new[] { "TenantId", "VendorId", "State" });
        }
    }
}
