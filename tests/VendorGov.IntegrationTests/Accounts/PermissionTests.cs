using Microsoft.AspNetCore.Builder;
using VendorGov.Domain.Tenancy;
using VendorGov.Web.Commands;
using VendorGov.Web.Hosting;
using Xunit;

namespace VendorGov.IntegrationTests.Accounts;

public sealed class PermissionTests
{
    /// <summary>One column per role, in the order of the enum; 1 = allowed. A new role or permission needs a cell here.</summary>
    private static readonly Dictionary<Permission, string> Expected = new()
    {
        //                            Pl HQ Re OM OR VM VA Au
        [Permission.Anonymous] = "1 1 1 1 1 1 1 1",
        [Permission.SignedIn] = "1 1 1 1 1 1 1 1",
        [Permission.ViewIssues] = "0 1 1 1 1 1 1 1",
        [Permission.FileIssue] = "0 1 1 1 1 0 0 0",
        [Permission.AnswerIssue] = "0 0 0 0 0 1 1 0",
        [Permission.JudgeIssue] = "0 1 1 1 0 0 0 0",
        [Permission.DecideIssue] = "0 1 0 0 0 0 0 0",
        [Permission.ReportEmergency] = "0 1 1 1 1 1 1 0",
        [Permission.HandleCases] = "0 1 1 1 1 1 1 0",
        [Permission.ViewNetwork] = "0 1 1 0 0 0 0 1",
        [Permission.ManageNetwork] = "0 1 0 0 0 0 0 0",
        [Permission.ManageUsers] = "0 1 0 0 0 0 0 0",
        [Permission.ViewContracts] = "0 1 1 1 1 1 0 1",
        [Permission.ManageContracts] = "0 1 0 0 0 0 0 0",
        [Permission.NegotiateTerms] = "0 1 0 0 0 1 0 0",
        [Permission.AskExemption] = "0 1 1 1 0 1 0 0",
        [Permission.DecideExemption] = "0 1 0 0 0 1 0 0",
        [Permission.ViewReports] = "0 1 1 1 1 1 1 1",
        [Permission.UploadReport] = "0 0 0 0 0 1 0 0",
        [Permission.JudgeReport] = "0 1 0 0 0 0 0 0",
        [Permission.ImportHistory] = "0 1 0 0 0 0 0 0",
        [Permission.ViewScorecards] = "0 1 1 1 1 1 1 1",
        [Permission.ManageScorecards] = "0 1 0 0 0 0 0 0",
        [Permission.AnswerScorecard] = "0 0 0 0 0 1 0 0",
        [Permission.ViewCredits] = "0 1 1 0 0 1 0 1",
        [Permission.ViewRanking] = "0 1 1 1 1 1 0 1",
        [Permission.ViewAnalysis] = "0 1 1 1 0 1 0 1",
        [Permission.ViewAudit] = "0 1 0 0 0 0 0 1",
        [Permission.ManageTenants] = "1 0 0 0 0 0 0 0",
        [Permission.ViewFeed] = "0 1 1 1 0 1 0 1",
        [Permission.SendFeed] = "0 0 0 1 0 1 0 0",
        [Permission.ManageKeys] = "0 1 0 1 0 1 0 0",
        [Permission.ViewStaffing] = "0 1 1 1 1 1 1 1",
        [Permission.ManageStaffing] = "0 0 0 0 0 1 1 0",
        [Permission.PlanStaffing] = "0 1 1 1 0 0 0 0",
        [Permission.ViewTraining] = "0 1 1 1 1 1 1 1",
        [Permission.ManageTraining] = "0 0 0 0 0 1 1 0",
        [Permission.PublishBriefing] = "0 1 1 1 0 1 1 0",
        [Permission.ViewInspections] = "0 1 1 1 1 1 1 1",
        [Permission.ScoreContact] = "0 1 1 1 1 1 1 0",
        [Permission.Inspect] = "0 1 1 1 1 0 0 0",
        [Permission.ManageInspections] = "0 1 1 1 0 0 0 0",
        [Permission.EditQaForm] = "0 1 0 0 0 0 0 0",
        [Permission.AnswerInspection] = "0 0 0 0 0 1 1 0",
        [Permission.ViewImprovement] = "0 1 1 1 1 1 1 1",
        [Permission.DemandImprovement] = "0 1 1 1 0 0 0 0",
        [Permission.AnswerImprovement] = "0 0 0 0 0 1 1 0",
        [Permission.DirectTraining] = "0 1 1 1 0 0 0 0",
        [Permission.ManageRobots] = "0 1 0 1 0 1 0 0",
        [Permission.ViewOutbox] = "1 1 0 0 0 0 0 0",
        [Permission.UseApi] = "0 0 0 0 0 0 0 0",
    };

    [Fact]
    public void Every_role_and_permission_has_the_answer_that_was_agreed()
    {
        foreach (var permission in Enum.GetValues<Permission>())
        {
            var cells = Enum.GetValues<Role>().Select(role => Permissions.Allows(role, permission) ? "1" : "0");
            Assert.Equal($"{permission}: {Expected[permission]}", $"{permission}: {string.Join(' ', cells)}");
        }
    }

    [Fact]
    public async Task An_endpoint_that_names_no_permission_stops_the_start()
    {
        var folder = Directory.CreateTempSubdirectory("vendorgov-unlisted-");
        await using var app = PortalHost.Build([$"--VendorGov:DataDirectory={folder.FullName}", "--VendorGov:Jobs=false"]);
        app.UseShell();
        await app.EnsureEveryEndpointNamesAPermissionAsync();
        app.MapGet("/forgotten", () => "open");
        var stopped = await Assert.ThrowsAsync<InvalidOperationException>(app.EnsureEveryEndpointNamesAPermissionAsync);
        Assert.Contains("/forgotten", stopped.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void An_auditor_may_change_nothing()
    {
        Permission[] readable =
        [
            Permission.Anonymous, Permission.SignedIn, Permission.ViewIssues, Permission.ViewNetwork, Permission.ViewContracts,
            Permission.ViewReports, Permission.ViewScorecards, Permission.ViewCredits, Permission.ViewRanking, Permission.ViewAnalysis, Permission.ViewAudit,
            Permission.ViewFeed, Permission.ViewStaffing, Permission.ViewTraining, Permission.ViewInspections, Permission.ViewImprovement,
        ];
        Assert.All(Enum.GetValues<Permission>().Except(readable), p => Assert.False(Permissions.Allows(Role.Auditor, p)));
    }
}
