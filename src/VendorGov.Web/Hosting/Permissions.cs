using VendorGov.Domain.Tenancy;
using static VendorGov.Domain.Tenancy.Role;

namespace VendorGov.Web.Hosting;

/// <summary>What a page or endpoint asks of its caller.</summary>
public enum Permission
{
    /// <summary>Anyone, signed in or not.</summary>
    Anonymous,
    /// <summary>Anyone who is signed in, whatever the role.</summary>
    SignedIn,
    ViewIssues,
    FileIssue,
    /// <summary>The vendor's side: acknowledge, reply, ask the outlet, resolve.</summary>
    AnswerIssue,
    /// <summary>The buyer's side: reply, reopen, close, withdraw.</summary>
    JudgeIssue,
    /// <summary>Headquarters' word: contests, waivers.</summary>
    DecideIssue,
    /// <summary>The emergency button of outlets and vendors.</summary>
    ReportEmergency,
    /// <summary>What either side does around a case: ledger, promises, callbacks, referrals, faults.</summary>
    HandleCases,
    ViewNetwork,
    ManageNetwork,
    ManageUsers,
    ViewContracts,
    ManageContracts,
    /// <summary>Either side of a contract: propose terms, agree or refuse, name contacts.</summary>
    NegotiateTerms,
    AskExemption,
    /// <summary>What the other side asked for; headquarters also what an outlet did.</summary>
    DecideExemption,
    ViewReports,
    UploadReport,
    /// <summary>Decides on explanations of differences, traces tickets, demands and judges documents.</summary>
    JudgeReport,
    /// <summary>Import of event logs from other systems.</summary>
    ImportHistory,
    ViewScorecards,
    ManageScorecards,
    /// <summary>The vendor's side: comments, appeals against figures, agreement to a credit.</summary>
    AnswerScorecard,
    /// <summary>Service credits as claims.</summary>
    ViewCredits,
    ViewRanking,
    /// <summary>Pareto, hot spots, trends, early warnings: over what the role sees anyway.</summary>
    ViewAnalysis,
    ViewAudit,
    ManageTenants,
    /// <summary>Batches of the direct feed and the guide to it.</summary>
    ViewFeed,
    /// <summary>A file of the direct feed, by hand.</summary>
    SendFeed,
    /// <summary>API keys of the own party; headquarters: of every party.</summary>
    ManageKeys,
    /// <summary>Rosters, presence, coverage, turnover; of agents what the reader's side may know.</summary>
    ViewStaffing,
    /// <summary>The vendor's side: agents, rosters, presence, successors.</summary>
    ManageStaffing,
    /// <summary>The buyer's side: forecast, required headcount, demands for a replacement.</summary>
    PlanStaffing,
    /// <summary>Sessions, courses, certificates, briefings and shift checks.</summary>
    ViewTraining,
    /// <summary>The vendor's side: courses, results, receipts, shift checks.</summary>
    ManageTraining,
    /// <summary>Either side: what every agent must read.</summary>
    PublishBriefing,
    /// <summary>Inspections, appeals, coaching and their analysis; a vendor what was published to it.</summary>
    ViewInspections,
    /// <summary>Score a contact: reviewers of the buyer, and of the vendor in a blind round.</summary>
    ScoreContact,
    /// <summary>The buyer's side: contacts to inspect, picks, another look.</summary>
    Inspect,
    /// <summary>The buyer's side: draw, publish, calibrate, answer appeals.</summary>
    ManageInspections,
    EditQaForm,
    /// <summary>The vendor's side: appeals, talks, training plans.</summary>
    AnswerInspection,
    ViewImprovement,
    /// <summary>The buyer's side: demand, judge plans, verify.</summary>
    DemandImprovement,
    /// <summary>The vendor's side: plan, report, complete.</summary>
    AnswerImprovement,
    /// <summary>The buyer's side: brand packs, training orders, decisions on knowledge articles.</summary>
    DirectTraining,
    /// <summary>Group robots of the own party; headquarters: of every party.</summary>
    ManageRobots,
    /// <summary>What left the portal and what did not: retry, discard.</summary>
    ViewOutbox,
    /// <summary>The HTTP API: no role has it, a key does.</summary>
    UseApi,
}

/// <summary>The table role x permission. Every cell is stated; a test counts them.</summary>
public static class Permissions
{
    private static readonly Dictionary<Permission, Role[]> Granted = new()
    {
        [Permission.Anonymous] = Enum.GetValues<Role>(),
        [Permission.SignedIn] = Enum.GetValues<Role>(),
        [Permission.ViewIssues] =
            [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, VendorAgentLead, Auditor],
        [Permission.FileIssue] = [Headquarters, RegionalManager, OutletManager, OutletReviewer],
        [Permission.AnswerIssue] = [VendorManager, VendorAgentLead],
        [Permission.JudgeIssue] = [Headquarters, RegionalManager, OutletManager],
        [Permission.DecideIssue] = [Headquarters],
        [Permission.ReportEmergency] = [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, VendorAgentLead],
        [Permission.HandleCases] = [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, VendorAgentLead],
        [Permission.ViewNetwork] = [Headquarters, RegionalManager, Auditor],
        [Permission.ManageNetwork] = [Headquarters],
        [Permission.ManageUsers] = [Headquarters],
        [Permission.ViewContracts] = [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, Auditor],
        [Permission.ManageContracts] = [Headquarters],
        [Permission.NegotiateTerms] = [Headquarters, VendorManager],
        [Permission.AskExemption] = [Headquarters, RegionalManager, OutletManager, VendorManager],
        [Permission.DecideExemption] = [Headquarters, VendorManager],
        [Permission.ViewReports] =
            [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, VendorAgentLead, Auditor],
        [Permission.UploadReport] = [VendorManager],
        [Permission.JudgeReport] = [Headquarters],
        [Permission.ImportHistory] = [Headquarters],
        [Permission.ViewScorecards] =
            [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, VendorAgentLead, Auditor],
        [Permission.ManageScorecards] = [Headquarters],
        [Permission.AnswerScorecard] = [VendorManager],
        [Permission.ViewCredits] = [Headquarters, RegionalManager, VendorManager, Auditor],
        [Permission.ViewRanking] = [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, Auditor],
        [Permission.ViewAnalysis] = [Headquarters, RegionalManager, OutletManager, VendorManager, Auditor],
        [Permission.ViewAudit] = [Headquarters, Auditor],
        [Permission.ManageTenants] = [PlatformAdministrator],
        [Permission.ViewFeed] = [Headquarters, RegionalManager, OutletManager, VendorManager, Auditor],
        [Permission.SendFeed] = [OutletManager, VendorManager],
        [Permission.ManageKeys] = [Headquarters, OutletManager, VendorManager],
        [Permission.ViewStaffing] =
            [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, VendorAgentLead, Auditor],
        [Permission.ManageStaffing] = [VendorManager, VendorAgentLead],
        [Permission.PlanStaffing] = [Headquarters, RegionalManager, OutletManager],
        [Permission.ViewTraining] =
            [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, VendorAgentLead, Auditor],
        [Permission.ManageTraining] = [VendorManager, VendorAgentLead],
        [Permission.PublishBriefing] = [Headquarters, RegionalManager, OutletManager, VendorManager, VendorAgentLead],
        [Permission.ViewInspections] =
            [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, VendorAgentLead, Auditor],
        [Permission.ScoreContact] = [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, VendorAgentLead],
        [Permission.Inspect] = [Headquarters, RegionalManager, OutletManager, OutletReviewer],
        [Permission.ManageInspections] = [Headquarters, RegionalManager, OutletManager],
        [Permission.EditQaForm] = [Headquarters],
        [Permission.AnswerInspection] = [VendorManager, VendorAgentLead],
        [Permission.ViewImprovement] =
            [Headquarters, RegionalManager, OutletManager, OutletReviewer, VendorManager, VendorAgentLead, Auditor],
        [Permission.DemandImprovement] = [Headquarters, RegionalManager, OutletManager],
        [Permission.AnswerImprovement] = [VendorManager, VendorAgentLead],
        [Permission.DirectTraining] = [Headquarters, RegionalManager, OutletManager],
        [Permission.ManageRobots] = [Headquarters, OutletManager, VendorManager],
        [Permission.ViewOutbox] = [PlatformAdministrator, Headquarters],
        [Permission.UseApi] = [],
    };

    /// <summary>Whether <paramref name="role"/> has the permission; a permission that is missing from the table throws.</summary>
    public static bool Allows(Role role, Permission permission) => Granted[permission].Contains(role);
}
