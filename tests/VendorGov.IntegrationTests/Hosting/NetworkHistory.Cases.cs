using VendorGov.Domain.Cases;
using VendorGov.Domain.Contracts;
using VendorGov.Domain.Issues;
using VendorGov.Domain.Tenancy;

namespace VendorGov.IntegrationTests.Hosting;

/// <summary>What hangs on cases: a promise, a callback, a referral, an investigation with a draft, a fault with a missed contact.</summary>
internal sealed partial class NetworkHistory
{
    private void WorkCases(Issue issue, Contract contract, TermsVersion terms, Outlet outlet)
    {
        var (buyer, seller) = (new Author(null, $"{outlet.Name}店长", Side.Buyer), new Author(null, "供应商", Side.Vendor));
        db.AddRange(
            new Complaint(issue, new ComplaintFacts(ComplaintChannel.Hotline, ComplaintCategory.Damaged, $"{code}要求赔付")),
            Promise.Give(issue, $"{code}今天回电", "陈屿", now.AddHours(4), seller, now),
            Callback.Plan(issue, $"{code}确认是否满意", now.AddHours(6), buyer, now),
            Referral.To(Department.Claims, "理赔岗", $"{code}核定赔款", 3, issue, buyer, _faces.Office, now));
        var form = new InvestigationForm($"{code}经过", "话术有误", Attribution.Agent, "坐席未登记", "复训");
        issue.DemandInvestigation(buyer, _faces, now);
        var draft = new InvestigationDraft(issue);
        draft.Keep(form with { Facts = $"{code}草稿" }, "陈屿", now);
        db.AddRange(draft, issue.SubmitInvestigation(null, form, seller, _faces, now));
        var report = new IssueReport($"{code}-{contract.Number}-2", ProblemType.TechnicalFault, Severity.S2, $"{outlet.Name}无法查件", "轨迹超时", []);
        var facts = new FaultFacts(FaultKind.Tracking, now.AddMinutes(-20), now.AddMinutes(-10), 12, $"{code}手工查件", 2);
        var (fault, described) = Issue.OpenFault(report, facts, contract, outlet.Id, terms, _faces, seller, now);
        db.AddRange(fault, described, new MissedContact(described, now.AddMinutes(-5), "13800001234", "刘女士", "YT1", "陈屿", now));
    }
}
